//! **Fix**: a form with the rows in question, one line each.

use poise::serenity_prelude::CreateEmbed;
use slimy_domain::{
    Id, UserError,
    club::{self, Fixed, InQuestion, LineFault, Metric, Part, Typed},
    number::grouped,
};
use slimy_words::{Words, say};

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
    review::{self, withdrawn},
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
        Ok(form(request.own, &id, part))
    }
}

/// The form, filled in with the rows in question.
fn form(words: Words, id: &Id, part: &Part) -> Modal {
    let metric = part.sheet.metric;
    let (values, left) = prefilled(words, &part.in_question());
    let label = match left {
        0 => say!(words, "review-form-values"),
        left => say!(words, "review-form-values-left", count = left),
    };
    let submit = Submit {
        id: id.clone(),
        metric,
    };
    let title = match metric {
        Metric::Sim => say!(words, "review-form-sim"),
        Metric::Total => say!(words, "review-form-total"),
    };
    Modal::of(&submit, &title)
        .input(
            TextInput::paragraph("values", &label)
                .placeholder(&say!(words, "review-form-values-hint"))
                .optional()
                .value(&values),
        )
        .input(
            TextInput::paragraph("renames", &say!(words, "review-form-renames"))
                .placeholder("lill > lil")
                .optional(),
        )
        .input(
            TextInput::paragraph("same", &say!(words, "review-form-same"))
                .placeholder("lil = lill")
                .optional(),
        )
        .input(
            TextInput::paragraph("drops", &say!(words, "review-form-drops"))
                .placeholder(&say!(words, "review-form-drops-hint"))
                .optional(),
        )
}

/// The lines that fit, and how many rows do not.
fn prefilled(words: Words, rows: &[InQuestion]) -> (String, usize) {
    let mut text = String::new();
    for (place, row) in rows.iter().enumerate() {
        let line = line(words, row);
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

/// The number is written as it can be read back, whatever the language.
fn line(words: Words, row: &InQuestion) -> String {
    let value = row.power.map_or_else(|| "?".to_owned(), grouped);
    let offer = row.offer.map_or_else(String::new, |offer| {
        let offer = say!(words, "review-form-offer", power = grouped(offer));
        format!(" # {offer}")
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
        if let Some(told) = told(request.own, &fixed) {
            request.follow_up_quietly(told).await;
        }
        Ok(review::answer(
            request.words,
            &fixed.review,
            Some(metric),
            0,
        ))
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        draft::decided(request, &self.id, error).await
    }
}

/// What only whoever has sent the form is told; nothing when all is well.
fn told(words: Words, fixed: &Fixed) -> Option<Answer> {
    let mut lines = Vec::new();
    if fixed.withdrawn {
        lines.push(withdrawn(words));
    }
    if !fixed.faults.is_empty() {
        let bad = fixed.faults.len();
        lines.push(match fixed.applied {
            0 => say!(words, "review-told-none", count = bad),
            good => say!(words, "review-told-some", good = good, count = bad),
        });
        lines.extend(fixed.faults.iter().map(|one| fault(words, one)));
    }
    if lines.is_empty() {
        return None;
    }
    let embed: CreateEmbed = card(&say!(words, "review-fix"))
        .description(body(&lines.join("\n")))
        .colour(CARE);
    Some(embed.into())
}

fn fault(words: Words, LineFault { line, reason }: &LineFault) -> String {
    let line = plain(&shorten(&visible(line), LINE));
    format!("{line}\n    → {}", plain(&reason.say(words)))
}

#[cfg(test)]
mod tests {
    use slimy_domain::club::Misread;
    use slimy_words::Language;

    use super::*;
    use crate::{club::fixture::in_every_language, limits::fault as over};

    fn much() -> Misread {
        let fault = slimy_domain::number::parse_power("**much** <@1>");
        Misread::Number(fault.expect_err("it is no number"))
    }

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
        let (text, left) = prefilled(Words::ENGLISH, &rows);
        assert_eq!(
            text,
            "Stone = 298,297,518\nSmitty = ? # the vision model reads 1,234"
        );
        assert_eq!(left, 0);
        let many: Vec<_> = (0..300)
            .map(|n| in_question(&format!("Snail number {n}"), Some(n), None))
            .collect();
        let (text, left) = prefilled(Words::ENGLISH, &many);
        assert_eq!(text.lines().count() + left, 300);
        assert!(left > 0);
    }

    #[test]
    fn whoever_types_nonsense_is_told_each_line_within_discords_limits() {
        let faults = (0..60).map(|n| LineFault {
            line: format!("Snail{n} = <@1> **much**"),
            reason: much(),
        });
        let mut review = crate::club::review::tests::review();
        review.parts.clear();
        let fixed = Fixed {
            review,
            applied: 2,
            faults: faults.collect(),
            withdrawn: true,
        };
        in_every_language(|words| told(words, &fixed).unwrap());
        let told = told(Words::ENGLISH, &fixed).unwrap();
        let embed = serde_json::to_string(&told).unwrap();
        assert!(embed.contains("2 applied; 60 lines were not"), "{embed}");
        assert!(!embed.contains("<@1>"), "{embed}");
    }

    #[test]
    fn the_form_asks_for_each_kind_of_fix_and_the_answer_tells_each_line() {
        let review = crate::club::review::tests::review();
        for language in Language::ALL {
            let form = form(Words::of(language), &review.id, &review.parts[0]);
            assert_eq!(crate::limits::modal_fault(&form), None);
            let cut = form.inputs.iter().find(|input| input.label.ends_with('…'));
            assert_eq!(cut, None, "{}", language.code());
        }
        let form = form(Words::ENGLISH, &review.id, &review.parts[0]);
        insta::assert_snapshot!(
            "form",
            serde_json::to_string_pretty(&form.into_discord()).unwrap()
        );
        let told = told(
            Words::ENGLISH,
            &Fixed {
                review,
                applied: 0,
                faults: vec![LineFault {
                    line: "Stone = **much**".to_owned(),
                    reason: much(),
                }],
                withdrawn: true,
            },
        );
        let told = told.expect("there is something to tell");
        assert_eq!(over(&told), None);
        insta::assert_snapshot!("told", serde_json::to_string_pretty(&told).unwrap());
    }
}
