//! From elements to characters.

use quick_xml::escape::{escape, partial_escape};

use super::node::{Node, TARGET};

/// A whole document.
pub(super) fn document(root: &Node) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    element(&mut out, root, 0);
    out
}

fn element(out: &mut String, node: &Node, depth: usize) {
    indent(out, depth);
    out.extend(["<", &node.name]);
    for (name, value) in &node.attributes {
        // A bare line end in an attribute is read as a space.
        let value = escape(legal(value)).replace('\n', "&#10;");
        out.extend([" ", name, "=\"", &value, "\""]);
    }
    if node.text.is_empty() && node.nodes.is_empty() && node.more.is_empty() {
        out.push_str("/>\n");
        return;
    }
    out.push('>');
    out.push_str(&partial_escape(legal(&node.text)));
    instruction(out, node);
    if !node.nodes.is_empty() {
        out.push('\n');
        node.nodes.iter().for_each(|node| element(out, node, depth + 1));
        indent(out, depth);
    }
    out.extend(["</", &node.name, ">\n"]);
}

/// What the element can't say.
fn instruction(out: &mut String, node: &Node) {
    if !node.more.is_empty() {
        // An instruction ends at the first `?>`.
        let more = serde_json::Value::from(node.more.clone()).to_string().replace('>', "\\u003e");
        out.extend(["<?", TARGET, " ", &more, "?>"]);
    }
}

fn indent(out: &mut String, depth: usize) {
    out.extend(std::iter::repeat_n("  ", depth));
}

/// A text without the characters that XML 1.0 section 2.2 does not allow, however they are written.
fn legal(text: &str) -> String {
    let illegal = |c: char| matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    text.replace(illegal, "")
}
