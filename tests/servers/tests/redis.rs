//! A private Redis starts, goes away and comes back on the same port, and lets nobody else in.

use std::io::{BufRead, BufReader, Result, Write};
use std::net::TcpStream;

use private_servers::{Redis, Stop};

/// Sends commands, one a line, and returns the first line of each answer.
fn answers(redis: &Redis, commands: &[&str]) -> Result<Vec<String>> {
    let mut stream = TcpStream::connect(redis.address())?;
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let mut answers = Vec::new();
    for command in commands {
        writeln!(stream, "{command}\r")?;
        answers.extend(lines.next().transpose()?);
    }
    Ok(answers)
}

fn login(redis: &Redis) -> String {
    let password = redis.url().strip_prefix("redis://:").unwrap();
    let (password, address) = password.split_once('@').unwrap();
    assert_eq!(address, redis.address().to_string());
    format!("AUTH {password}")
}

#[test]
fn who_has_the_url_gets_in_and_nobody_else() {
    let redis = Redis::start().unwrap();
    let known = answers(&redis, &[&login(&redis), "PING"]).unwrap();
    assert_eq!(known, ["+OK", "+PONG"]);
    let unknown = answers(&redis, &["PING"]).unwrap();
    assert!(unknown[0].starts_with("-NOAUTH"), "{unknown:?}");
}

#[test]
fn it_goes_away_and_comes_back_empty_on_the_same_port() {
    let mut redis = Redis::start().unwrap();
    let login = login(&redis);
    for how in [Stop::Fast, Stop::Immediate] {
        let set = answers(&redis, &[&login, "SET name slimy", "EXISTS name"]).unwrap();
        assert_eq!(set, ["+OK", "+OK", ":1"]);
        redis.stop_server(how).unwrap();
        assert!(answers(&redis, &["PING"]).is_err(), "{how:?}");
        redis.start_server().unwrap();
        let back = answers(&redis, &[&login, "EXISTS name"]).unwrap();
        assert_eq!(back, ["+OK", ":0"], "{how:?}");
    }
}
