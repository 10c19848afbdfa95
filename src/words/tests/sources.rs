//! Every message against every place that says it: nothing missing, nothing unused, in no language.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{ast, parser};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use slimy_words::{FAMILIES, Language};

/// A message or an attribute, and the variables in it.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The messages of a topic's file, and the commands that it names.
fn messages(path: &Path) -> (Messages, BTreeSet<String>) {
    let text = fs::read_to_string(path).unwrap();
    let resource = parser::parse(text.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut found = Messages::new();
    let mut commands = BTreeSet::new();
    for entry in resource.body {
        let ast::Entry::Message(message) = entry else {
            assert!(
                !matches!(entry, ast::Entry::Term(_) | ast::Entry::Junk { .. }),
                "{}: a term, or what is no message",
                path.display()
            );
            continue;
        };
        let id = message.id.name.to_owned();
        let mut add = |id: String, pattern: &ast::Pattern<&str>| {
            let mut variables = BTreeSet::new();
            in_pattern(pattern, &mut variables, &mut commands);
            let known = found.insert(id.clone(), variables);
            assert!(known.is_none(), "{}: {id} is there twice", path.display());
        };
        if let Some(pattern) = &message.value {
            add(id.clone(), pattern);
        }
        for attribute in &message.attributes {
            add(format!("{id}.{}", attribute.id.name), &attribute.value);
        }
    }
    (found, commands)
}

fn in_pattern(
    pattern: &ast::Pattern<&str>,
    variables: &mut BTreeSet<String>,
    commands: &mut BTreeSet<String>,
) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            in_expression(expression, variables, commands);
        }
    }
}

fn in_expression(
    expression: &ast::Expression<&str>,
    variables: &mut BTreeSet<String>,
    commands: &mut BTreeSet<String>,
) {
    match expression {
        ast::Expression::Select { selector, variants } => {
            in_inline(selector, variables, commands);
            for variant in variants {
                in_pattern(&variant.value, variables, commands);
            }
        }
        ast::Expression::Inline(inline) => in_inline(inline, variables, commands),
    }
}

fn in_inline(
    inline: &ast::InlineExpression<&str>,
    variables: &mut BTreeSet<String>,
    commands: &mut BTreeSet<String>,
) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => {
            in_expression(expression, variables, commands);
        }
        ast::InlineExpression::FunctionReference { id, arguments } => {
            assert_eq!(id.name, "CMD", "there is no such function");
            let [ast::InlineExpression::StringLiteral { value }] = arguments.positional.as_slice()
            else {
                panic!("CMD takes one literal");
            };
            commands.insert((*value).to_owned());
        }
        ast::InlineExpression::StringLiteral { .. } => {}
        _ => panic!("only variables, CMD and literals stand in a message"),
    }
}

fn topics(language: Language) -> Vec<PathBuf> {
    let folder = root().join("assets/locales").join(language.code());
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

fn all(language: Language) -> (Messages, BTreeSet<String>) {
    let mut all = Messages::new();
    let mut commands = BTreeSet::new();
    for path in topics(language) {
        let (found, named) = messages(&path);
        commands.extend(named);
        for (id, variables) in found {
            assert!(
                all.insert(id.clone(), variables).is_none(),
                "{id} is there twice"
            );
        }
    }
    (all, commands)
}

/// A place that says a message.
#[derive(Debug)]
struct Said {
    place: String,
    id: String,
    arguments: BTreeSet<String>,
}

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

fn said() -> Vec<Said> {
    let mut files = Vec::new();
    for folder in ["commands", "src"] {
        sources(&root().join(folder), &mut files);
    }
    let mut said = Vec::new();
    for file in files {
        let place = file.strip_prefix(root()).unwrap().display().to_string();
        let text = fs::read_to_string(&file).unwrap();
        let tokens: TokenStream = text
            .parse()
            .unwrap_or_else(|error| panic!("{place}: {error}"));
        in_tokens(tokens, &place, &mut said);
    }
    said
}

fn in_tokens(tokens: TokenStream, place: &str, said: &mut Vec<Said>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            continue;
        };
        let is_say = index >= 2
            && matches!(&tokens[index - 1], TokenTree::Punct(mark) if mark.as_char() == '!')
            && matches!(&tokens[index - 2], TokenTree::Ident(name) if name == "say")
            && group.delimiter() == Delimiter::Parenthesis;
        if is_say {
            said.extend(one(group.stream(), place));
        }
        in_tokens(group.stream(), place, said);
    }
}

/// `words, "id", name = value, …`.
fn one(tokens: TokenStream, place: &str) -> Option<Said> {
    let mut parts: Vec<Vec<TokenTree>> = vec![Vec::new()];
    for token in tokens {
        match &token {
            TokenTree::Punct(mark) if mark.as_char() == ',' => parts.push(Vec::new()),
            _ => parts.last_mut().unwrap().push(token),
        }
    }
    // The macro itself begins with `$words`.
    let TokenTree::Literal(literal) = parts.get(1)?.first()? else {
        return None;
    };
    let id = literal.to_string();
    let id = id.strip_prefix('"')?.strip_suffix('"')?.to_owned();
    // A generic argument with a comma parts an argument in two; only what has a name counts.
    let argument = |part: &Vec<TokenTree>| match part.as_slice() {
        [TokenTree::Ident(name), TokenTree::Punct(mark), ..] if mark.as_char() == '=' => {
            Some(name.to_string())
        }
        _ => None,
    };
    let arguments = parts[2..].iter().filter_map(argument).collect();
    let place = place.to_owned();
    Some(Said {
        place,
        id,
        arguments,
    })
}

fn is_of_a_family(id: &str) -> bool {
    FAMILIES.iter().any(|family| id.starts_with(family))
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let english = topics(Language::En);
    for language in Language::ALL {
        let others: Vec<String> = topics(language).iter().map(|path| name(path)).collect();
        let names: Vec<String> = english.iter().map(|path| name(path)).collect();
        assert_eq!(others, names, "{}", language.code());
        for (path, topic) in english.iter().zip(&names) {
            let translated = root().join(format!("assets/locales/{}/{topic}.ftl", language.code()));
            let (english, _) = messages(path);
            let (other, _) = messages(&translated);
            let differ: Vec<&String> = english
                .iter()
                .filter(|(id, variables)| other.get(*id) != Some(variables))
                .map(|(id, _)| id)
                .chain(other.keys().filter(|id| !english.contains_key(*id)))
                .collect();
            assert!(
                differ.is_empty(),
                "{}/{topic}: missing, too many or with other variables: {differ:?}",
                language.code()
            );
        }
    }
}

#[test]
fn what_is_said_has_a_message_with_just_its_arguments() {
    let (messages, _) = all(Language::En);
    let mut wrong = Vec::new();
    for Said {
        place,
        id,
        arguments,
    } in said()
    {
        match messages.get(&id) {
            None => wrong.push(format!("{place}: {id} is missing")),
            Some(variables) if *variables != arguments => wrong.push(format!(
                "{place}: {id} is told {arguments:?} and has {variables:?}"
            )),
            Some(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_message_is_said_somewhere() {
    let said: BTreeSet<String> = said().into_iter().map(|said| said.id).collect();
    let (messages, _) = all(Language::En);
    let unused: Vec<&String> = messages
        .keys()
        .filter(|id| !is_of_a_family(id) && !said.contains(*id))
        .collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

#[test]
fn every_id_begins_with_its_topic() {
    for path in topics(Language::En) {
        let topic = name(&path);
        let (messages, _) = messages(&path);
        for id in messages.keys() {
            assert!(
                id.starts_with(&format!("{topic}-")) || is_of_a_family(id),
                "{topic}: {id}"
            );
        }
    }
}

#[test]
fn every_command_that_a_message_names_has_a_name_itself() {
    for language in Language::ALL {
        let (messages, commands) = all(language);
        for command in commands {
            let id = format!("cmd-{}", command.replace(' ', "-"));
            assert!(
                messages.contains_key(&id),
                "{}: {id} is missing",
                language.code()
            );
        }
    }
}

#[test]
fn the_folder_holds_only_what_is_embedded() {
    let embedded: BTreeSet<&str> = slimy_words::topics().collect();
    for path in topics(Language::En) {
        assert!(
            embedded.contains(name(&path).as_str()),
            "{} is not in the list of topics in library.rs",
            path.display()
        );
    }
}
