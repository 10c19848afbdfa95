//! What a model's tokens cost, as its host has written it down.

use std::collections::BTreeMap;

/// Prices of models in US dollars per million tokens.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prices(BTreeMap<String, Price>);

/// Millionths of a US dollar per million tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Price {
    input: i64,
    output: i64,
}

/// Digits after the point of a price.
const DECIMALS: usize = 6;
/// Digits before it: no model costs a million dollars.
const WHOLE: usize = 6;

/// What is wrong with prices as the host wrote them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{part:?} is no price: write model=input/output in US dollars per million tokens, like gpt-5-mini=0.25/2, and commas between models"
)]
pub struct PricesFault {
    /// The part that is none.
    pub part: String,
}

impl Prices {
    /// Reads `gpt-5-mini=0.25/2,other=1/4`: for each model US dollars per million tokens of what it
    /// is sent and of what it answers, at most six digits before and after the point. A blank text
    /// is no prices.
    pub fn parse(text: &str) -> Result<Self, PricesFault> {
        let mut prices = BTreeMap::new();
        if text.trim().is_empty() {
            return Ok(Self(prices));
        }
        for part in text.split(',') {
            let fault = || PricesFault {
                part: part.trim().to_owned(),
            };
            let (model, price) = entry(part).ok_or_else(fault)?;
            if prices.insert(model.to_owned(), price).is_some() {
                return Err(fault());
            }
        }
        Ok(Self(prices))
    }

    /// What a call cost in millionths of a US dollar, rounded up; none when the model's price is
    /// not known. `prompt` and `completion` are tokens.
    pub fn cost(&self, model: &str, prompt: i64, completion: i64) -> Option<i64> {
        let price = self.0.get(model)?;
        let of = |tokens: i64, price: i64| i128::from(tokens.max(0)) * i128::from(price);
        let sum = of(prompt, price.input) + of(completion, price.output);
        let micros = (sum + 999_999) / 1_000_000;
        Some(i64::try_from(micros).unwrap_or(i64::MAX))
    }
}

/// A model's name may have slashes and colons, as `openai/gpt-5:free`, so that the last `=` counts.
fn entry(part: &str) -> Option<(&str, Price)> {
    let (model, price) = part.rsplit_once('=')?;
    let (input, output) = price.split_once('/')?;
    let model = model.trim();
    let price = Price {
        input: micros(input.trim())?,
        output: micros(output.trim())?,
    };
    (!model.is_empty()).then_some((model, price))
}

/// A decimal number without a sign in millionths.
fn micros(text: &str) -> Option<i64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |digits: &str, most: usize| {
        (1..=most).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !is_number(whole, WHOLE) || !is_number(decimals, DECIMALS) {
        return None;
    }
    format!("{whole}{decimals:0<DECIMALS$}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_costs_what_its_tokens_cost() {
        let prices = Prices::parse("gpt-5-mini=0.25/2, openai/big:free = 1.5/10.000001").unwrap();
        assert_eq!(prices.cost("gpt-5-mini", 1_000_000, 0), Some(250_000));
        assert_eq!(prices.cost("gpt-5-mini", 1_000, 500), Some(250 + 1_000));
        assert_eq!(prices.cost("gpt-5-mini", 1, 0), Some(1));
        assert_eq!(prices.cost("gpt-5-mini", 0, 0), Some(0));
        assert_eq!(
            prices.cost("openai/big:free", 0, 1_000_000),
            Some(10_000_001)
        );
        assert_eq!(
            prices.cost("openai/big:free", i64::MAX, i64::MAX),
            Some(i64::MAX)
        );
        assert_eq!(prices.cost("openai/big:free", -5, -5), Some(0));
        assert_eq!(prices.cost("unknown", 1, 1), None);
    }

    #[test]
    fn no_prices_are_none() {
        assert_eq!(Prices::parse("  "), Ok(Prices::default()));
    }

    #[test]
    fn what_is_no_price_is_named() {
        for wrong in [
            "gpt",
            "=1/2",
            "gpt=1",
            "gpt=1/",
            "gpt=-1/2",
            "gpt=1e3/2",
            "gpt=.5/2",
            "gpt=1./2",
            "gpt=0.1234567/2",
            "gpt=1000000/2",
            "gpt=NaN/2",
        ] {
            let fault = Prices::parse(wrong).unwrap_err();
            assert_eq!(fault.part, wrong);
        }
        assert_eq!(Prices::parse("a=1/2,").unwrap_err().part, "");
        assert_eq!(Prices::parse("a=1/2, a=2/3").unwrap_err().part, "a=2/3");
    }
}
