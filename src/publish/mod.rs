//! Placeholder until the room is moved in.
