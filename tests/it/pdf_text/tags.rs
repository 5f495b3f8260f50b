//! The tree of tags, bookmarks, and where links lead.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{Element, Kid, Target, height};

/// Named places of a document.
pub fn named(document: &Document) -> BTreeMap<Vec<u8>, Object> {
    let mut list = BTreeMap::new();
    let catalogue = document.catalog().expect("a catalogue");
    let names = catalogue.get_deref(b"Names", document).ok().and_then(|names| names.as_dict().ok());
    let mut open: Vec<&Dictionary> = names.and_then(|names| names.get_deref(b"Dests", document).ok()?.as_dict().ok()).into_iter().collect();
    while let Some(node) = open.pop() {
        for kid in node.get_deref(b"Kids", document).ok().and_then(|kids| kids.as_array().ok()).into_iter().flatten() {
            open.push(document.dereference(kid).expect("a node").1.as_dict().expect("a node"));
        }
        let pairs = node.get_deref(b"Names", document).ok().and_then(|names| names.as_array().ok());
        for pair in pairs.into_iter().flat_map(|pairs| pairs.chunks_exact(2)) {
            list.insert(pair[0].as_str().expect("a name").to_vec(), pair[1].clone());
        }
    }
    list
}

/// Reads the tree of tags and what it points to.
pub struct Reader<'d> {
    pub document: &'d Document,
    pub numbers: BTreeMap<ObjectId, usize>,
    pub named: BTreeMap<Vec<u8>, Object>,
}

impl<'d> Reader<'d> {
    pub fn dict<'o>(&self, object: &'o Object) -> &'o Dictionary
    where
        'd: 'o,
    {
        self.document.dereference(object).expect("an object").1.as_dict().expect("a dictionary")
    }

    fn page(&self, owner: &Dictionary) -> Option<usize> {
        self.numbers.get(&owner.get(b"Pg").ok()?.as_reference().ok()?).copied()
    }

    pub fn kids(&self, object: &Object, page: Option<usize>, roles: &Dictionary) -> Vec<Kid> {
        match self.document.dereference(object).expect("an object").1 {
            Object::Array(list) => list.iter().flat_map(|one| self.kids(one, page, roles)).collect(),
            Object::Integer(mark) => vec![Kid::Content(page.expect("its page is known"), *mark)],
            Object::Dictionary(kid) => match kid.get(b"Type").and_then(Object::as_name).unwrap_or_default() {
                b"MCR" => {
                    let mark = kid.get(b"MCID").and_then(Object::as_i64).expect("a number");
                    vec![Kid::Content(self.page(kid).or(page).expect("its page is known"), mark)]
                }
                b"OBJR" => vec![Kid::Link(self.target(self.dict(kid.get(b"Obj").expect("an annotation"))))],
                _ => vec![Kid::Element(self.element(kid, page, roles))],
            },
            other => panic!("an element has {other:?}"),
        }
    }

    fn element(&self, element: &Dictionary, page: Option<usize>, roles: &Dictionary) -> Element {
        let own = element.get(b"S").and_then(Object::as_name).expect("a role");
        let role = roles.get(own).and_then(Object::as_name).unwrap_or(own);
        let page = self.page(element).or(page);
        Element {
            role: String::from_utf8_lossy(role).into_owned(),
            alt: element.get(b"Alt").ok().map(|alt| lopdf::decode_text_string(alt).expect("a text")),
            kids: element.get(b"K").map(|kids| self.kids(kids, page, roles)).unwrap_or_default(),
        }
    }

    /// Where an annotation or a bookmark leads.
    fn target(&self, link: &Dictionary) -> Target {
        let action = link.get_deref(b"A", self.document).ok().and_then(|action| action.as_dict().ok());
        if let Some(address) = action.and_then(|action| action.get(b"URI").ok()) {
            return Target::Web(String::from_utf8_lossy(address.as_str().expect("an address")).into_owned());
        }
        let place = link.get(b"Dest").ok().or_else(|| action?.get(b"D").ok()).expect("a link leads somewhere");
        let mut place = self.document.dereference(place).expect("a place").1;
        if let Ok(known) = place.as_str() {
            place = self.document.dereference(&self.named[known]).expect("a place").1;
        }
        let (page, across, down) = self.place(place);
        Target::Page(page, across, down)
    }

    /// A page, and how far from its left and below its upper edge.
    pub fn place(&self, place: &Object) -> (usize, f32, f32) {
        let place = place.as_array().expect("a page and a place on it");
        let page = place[0].as_reference().expect("a page");
        let number = |at: usize| place[at].as_float().expect("a number");
        (self.numbers[&page], number(2), height(self.document, page) - number(3))
    }

    pub fn bookmarks(&self, parent: &Dictionary, depth: usize, list: &mut Vec<(usize, String, usize)>) {
        let mut next = parent.get(b"First").ok();
        while let Some(one) = next.map(|one| self.dict(one)) {
            let title = lopdf::decode_text_string(one.get(b"Title").expect("a title")).expect("a text");
            let Target::Page(page, ..) = self.target(one) else { panic!("the bookmark {title} leads out") };
            list.push((depth, title, page));
            self.bookmarks(one, depth + 1, list);
            next = one.get(b"Next").ok();
        }
    }
}
