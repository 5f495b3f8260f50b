//! What web hosts are asked to send along with the pages: for Netlify and Cloudflare Pages (`_headers`) and for
//! Apache (`.htaccess`). `docs/hosting.md` has the same for nginx. The pages say the policy themselves as well,
//! for hosts that read none of these; `frame-ancestors` works in a header only.

use super::{ArtefactError, Artefacts};

/// What pages may load: their own files, and nothing else from anywhere.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
     manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

/// Headers of every answer besides the policy.
const HEADERS: &[(&str, &str)] = &[
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
];
/// Files with their content in their name never change.
const KEPT: &str = "public, max-age=31536000, immutable";
/// Types that hosts often do not know.
const TYPES: &[(&str, &str)] = &[(".ics", "text/calendar; charset=utf-8"), ("feed.xml", "application/atom+xml; charset=utf-8")];

/// The files for hosts, below `site/`.
pub fn render() -> Result<Artefacts, ArtefactError> {
    let mut artefacts = Artefacts::default();
    artefacts.add("site/_headers", headers())?;
    artefacts.add("site/.htaccess", htaccess())?;
    Ok(artefacts)
}

fn policy() -> String {
    format!("{POLICY}; frame-ancestors 'none'")
}

fn headers() -> String {
    let mut out = format!("/*\n  Content-Security-Policy: {}\n", policy());
    for (name, value) in HEADERS {
        out.push_str(&format!("  {name}: {value}\n"));
    }
    out.push_str(&format!("/assets/*.css\n  Cache-Control: {KEPT}\n/assets/*.js\n  Cache-Control: {KEPT}\n"));
    for (ending, kind) in TYPES {
        let path = if ending.starts_with('.') { format!("/*{ending}") } else { format!("/{ending}") };
        out.push_str(&format!("{path}\n  Content-Type: {kind}\n"));
    }
    out
}

fn htaccess() -> String {
    let mut out = String::from("AddDefaultCharset utf-8\nErrorDocument 404 /404.html\nOptions -Indexes\n<IfModule mod_mime.c>\n");
    out.push_str("  AddType text/calendar .ics\n</IfModule>\n<Files \"feed.xml\">\n  ForceType application/atom+xml\n</Files>\n");
    out.push_str(&format!("<IfModule mod_headers.c>\n  Header always set Content-Security-Policy \"{}\"\n", policy()));
    for (name, value) in HEADERS {
        out.push_str(&format!("  Header always set {name} \"{value}\"\n"));
    }
    out.push_str("  <FilesMatch \"\\.[0-9a-f]{8}\\.(css|js)$\">\n");
    out.push_str(&format!("    Header set Cache-Control \"{KEPT}\"\n  </FilesMatch>\n</IfModule>\n"));
    out
}
