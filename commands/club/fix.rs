//! **Fix**: a form with the rows in question, one line each.

use poise::serenity_prelude::CreateEmbed;
use slimy_domain::{
    Id, UserError,
    club::{self, Fixed, InQuestion, LineFault, Metric, Part, Typed},
    number::grouped,
};

use crate::{
    Error,
    answer::Answer,
    check::Request,
    component::{Control, Filled},
    embed::{CARE, body, card},
    limits::INPUT_VALUE,
    modal::{Modal, TextInput},
    text::{plain, shorten, visible},
};

use super::{
    draft,
    review::{self, WITHDRAWN},
};

/// Characters of a line that are told again.
const LINE: usize = 100;

control! {
    /// **Fix**: opens the form for one metric of the draft with this id.
    pub(crate) struct Fix("club.review.fix") { id: Id, metric: Metric }
}

impl Control for Fix {
    type Input = ();
    type Outcome = Modal;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Modal, Error> {
        let Self { id, metric } = self;
        draft::newest(request, &id).await?;
        let review = club::fixable(request.services, &request.actor, &id).await?;
        let part = review.part(Some(metric)).ok_or(UserError::StaleButton)?;
        Ok(form(&id, part))
    }
}

/// The form, filled in with the rows in question.
fn form(id: &Id, part: &Part) -> Modal {
    let metric = part.sheet.metric;
    let (values, left) = prefilled(&part.in_question());
    let label = match left {
        0 => "Values: Name = 1.2M, one a line".to_owned(),
        left => format!("Values: Name = 1.2M ({left} rows not shown)"),
    };
    let submit = Submit {
        id: id.clone(),
        metric,
    };
    let title = match metric {
        Metric::Sim => "Fix the sim power",
        Metric::Total => "Fix the total power",
    };
    Modal::of(&submit, title)
        .input(
            TextInput::paragraph("values", &label)
                .placeholder("Any row can be typed, one a line: Stone = 298,297,518")
                .optional()
                .value(&values),
        )
        .input(
            TextInput::paragraph("renames", "Rename: old > new, one a line")
                .placeholder("lill > lil")
                .optional(),
        )
        .input(
            TextInput::paragraph("same", "Same person: keep = other, one a line")
                .placeholder("lil = lill")
                .optional(),
        )
        .input(
            TextInput::paragraph("drops", "Drop: one name a line")
                .placeholder("A row that is no member")
                .optional(),
        )
}

/// The lines that fit, and how many rows do not.
fn prefilled(rows: &[InQuestion]) -> (String, usize) {
    let mut text = String::new();
    for (place, row) in rows.iter().enumerate() {
        let line = line(row);
        if text.encode_utf16().count() + line.encode_utf16().count() + 1 > INPUT_VALUE {
            return (text, rows.len() - place);
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&line);
    }
    (text, 0)
}

fn line(row: &InQuestion) -> String {
    let value = row.power.map_or_else(|| "?".to_owned(), grouped);
    let offer = row.offer.map_or_else(String::new, |offer| {
        format!(" # the vision model reads {}", grouped(offer))
    });
    format!("{} = {value}{offer}", visible(&row.name))
}

control! {
    /// The form, sent.
    pub(crate) struct Submit("club.review.fix.submit") { id: Id, metric: Metric }
}

impl Control for Submit {
    type Input = Filled;
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, filled: Filled) -> Result<Answer, Error> {
        let Self { id, metric } = self;
        draft::newest(request, &id).await?;
        let typed = Typed {
            values: filled.text("values")?.to_owned(),
            renames: filled.text("renames")?.to_owned(),
            same: filled.text("same")?.to_owned(),
            drops: filled.text("drops")?.to_owned(),
        };
        let fixed = club::fix(request.services, &request.actor, &id, metric, &typed).await?;
        if let Some(told) = told(&fixed) {
            request.follow_up_quietly(told).await;
        }
        Ok(review::answer(&fixed.review, Some(metric), 0))
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        draft::decided(request, &self.id, error).await
    }
}

/// What only whoever has sent the form is told; nothing when all is well.
fn told(fixed: &Fixed) -> Option<Answer> {
    let mut lines = Vec::new();
    if fixed.withdrawn {
        lines.push(WITHDRAWN.to_owned());
    }
    if !fixed.faults.is_empty() {
        let (good, bad) = (fixed.applied, fixed.faults.len());
        lines.push(match good {
            0 => format!("{} not applied, and nothing changed:", were(bad)),
            good => format!("{good} applied; {} not:", were(bad)),
        });
        lines.extend(fixed.faults.iter().map(fault));
    }
    if lines.is_empty() {
        return None;
    }
    let embed: CreateEmbed = card("Fix")
        .description(body(&lines.join("\n")))
        .colour(CARE);
    Some(embed.into())
}

fn were(count: usize) -> String {
    match count {
        1 => "1 line was".to_owned(),
        count => format!("{count} lines were"),
    }
}

fn fault(LineFault { line, reason }: &LineFault) -> String {
    let line = plain(&shorten(&visible(line), LINE));
    format!("{line}\n    → {}", plain(reason))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::fault as over;

    fn in_question(name: &str, power: Option<i64>, offer: Option<i64>) -> InQuestion {
        InQuestion {
            name: name.to_owned(),
            power,
            offer,
        }
    }

    #[test]
    fn the_form_says_what_it_leaves_out() {
        let rows = [
            in_question("Stone", Some(298_297_518), None),
            in_question("Smitty", None, Some(1_234)),
        ];
        let (text, left) = prefilled(&rows);
        assert_eq!(
            text,
            "Stone = 298,297,518\nSmitty = ? # the vision model reads 1,234"
        );
        assert_eq!(left, 0);
        let many: Vec<_> = (0..300)
            .map(|n| in_question(&format!("Snail number {n}"), Some(n), None))
            .collect();
        let (text, left) = prefilled(&many);
        assert_eq!(text.lines().count() + left, 300);
        assert!(left > 0);
    }

    #[test]
    fn whoever_types_nonsense_is_told_each_line_within_discords_limits() {
        let faults = (0..60).map(|n| LineFault {
            line: format!("Snail{n} = <@1> **much**"),
            reason: "\"much\" is no number".to_owned(),
        });
        let mut review = crate::club::review::tests::review();
        review.parts.clear();
        let fixed = Fixed {
            review,
            applied: 2,
            faults: faults.collect(),
            withdrawn: true,
        };
        let told = told(&fixed).unwrap();
        assert_eq!(over(&told), None);
        let embed = serde_json::to_string(&told).unwrap();
        assert!(embed.contains("2 applied; 60 lines were not"), "{embed}");
        assert!(!embed.contains("<@1>"), "{embed}");
    }

    #[test]
    fn the_form_asks_for_each_kind_of_fix_and_the_answer_tells_each_line() {
        let review = crate::club::review::tests::review();
        let form = form(&review.id, &review.parts[0]);
        assert_eq!(crate::limits::modal_fault(&form), None);
        insta::assert_snapshot!(
            "form",
            serde_json::to_string_pretty(&form.into_discord()).unwrap()
        );
        let told = told(&Fixed {
            review,
            applied: 0,
            faults: vec![LineFault {
                line: "Stone = **much**".to_owned(),
                reason: "\"**much**\" is no number".to_owned(),
            }],
            withdrawn: true,
        });
        let told = told.expect("there is something to tell");
        assert_eq!(over(&told), None);
        insta::assert_snapshot!("told", serde_json::to_string_pretty(&told).unwrap());
    }
}
