//! From characters to elements, within [`limits`]. Nothing outside of the file is ever looked at, and
//! no entity but XML's own five is known.

use quick_xml::{
    Reader,
    escape::resolve_xml_entity,
    events::{BytesDecl, BytesPI, BytesRef, BytesStart, Event},
};

use super::node::{Node, TARGET};
use crate::{
    error::Reason,
    formats::schedule::{
        limits,
        refusal::{place, placed, refused},
    },
};

/// The root of a document, with all that is inside.
pub(super) fn document(text: &str) -> Result<Node, Reason> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_comments = true;
    let mut tree = Tree { text, open: Vec::new(), root: None, nodes: 0 };
    loop {
        let at = byte(reader.buffer_position());
        let event = reader.read_event().map_err(|_| malformed(text, byte(reader.error_position())))?;
        match event {
            Event::Start(tag) => tree.open(&tag, at)?,
            Event::Empty(tag) => {
                tree.open(&tag, at)?;
                tree.close(at)?;
            }
            Event::End(_) => tree.close(at)?,
            Event::Text(said) => tree.say(&said.xml10_content(), at)?,
            Event::CData(said) => tree.say(&said.xml10_content(), at)?,
            Event::GeneralRef(name) => tree.refer(&name, at)?,
            Event::PI(instruction) => tree.instruct(&instruction, at)?,
            Event::DocType(declared) if declared.contains('[') => {
                let (line, column) = place(text, at);
                return Err(placed(refused("schedule_doctype"), line, column));
            }
            Event::Decl(declared) => declaration(&declared)?,
            Event::DocType(_) | Event::Comment(_) => {}
            Event::Eof if tree.open.is_empty() => return tree.root.ok_or_else(|| malformed(text, at)),
            Event::Eof => return Err(malformed(text, text.len())),
        }
    }
}

struct Tree<'a> {
    text: &'a str,
    /// From the root inwards.
    open: Vec<Node>,
    root: Option<Node>,
    nodes: usize,
}

impl Tree<'_> {
    fn open(&mut self, tag: &BytesStart<'_>, at: usize) -> Result<(), Reason> {
        limits::nested(self.open.len() + 1, self.text, at)?;
        let mut node = Node { at, ..Node::new(tag.name().into_inner()) };
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|_| malformed(self.text, at))?;
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
            let value = value.map_err(|_| malformed(self.text, at))?;
            node.attributes.insert(attribute.key.into_inner().to_owned(), value.into_owned());
        }
        self.nodes += 1 + node.attributes.len();
        limits::counted(self.nodes)?;
        self.open.push(node);
        Ok(())
    }

    fn close(&mut self, at: usize) -> Result<(), Reason> {
        let node = self.open.pop().ok_or_else(|| malformed(self.text, at))?;
        match self.open.last_mut() {
            Some(parent) => parent.nodes.push(node),
            None if self.root.is_none() => self.root = Some(node),
            None => return Err(malformed(self.text, at)),
        }
        Ok(())
    }

    fn say(&mut self, text: &str, at: usize) -> Result<(), Reason> {
        match self.open.last_mut() {
            Some(node) => node.text.push_str(text),
            None if text.trim().is_empty() => {}
            None => return Err(malformed(self.text, at)),
        }
        Ok(())
    }

    fn refer(&mut self, name: &BytesRef<'_>, at: usize) -> Result<(), Reason> {
        let wrong = || malformed(self.text, at);
        match name.resolve_char_ref().map_err(|_| wrong())? {
            Some(character) => self.say(character.encode_utf8(&mut [0; 4]), at),
            None => {
                let known = resolve_xml_entity(name).ok_or_else(wrong)?;
                self.say(known, at)
            }
        }
    }

    fn instruct(&mut self, instruction: &BytesPI<'_>, at: usize) -> Result<(), Reason> {
        if let Some(node) = self.open.last_mut().filter(|_| instruction.target() == TARGET) {
            limits::json(instruction.content())?;
            node.more = serde_json::from_str(instruction.content()).map_err(|_| malformed(self.text, at))?;
        }
        Ok(())
    }
}

fn declaration(declared: &BytesDecl<'_>) -> Result<(), Reason> {
    match declared.encoding() {
        Some(Ok(name)) if !["utf-8", "utf8", "us-ascii"].contains(&name.to_ascii_lowercase().as_str()) => {
            Err(refused("schedule_not_utf8"))
        }
        _ => Ok(()),
    }
}

fn malformed(text: &str, at: usize) -> Reason {
    let (line, column) = place(text, at);
    placed(refused("schedule_malformed"), line, column)
}

fn byte(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}
