//! The same problem for CBC, in the LP format (CPLEX's, as CBC reads it).

use std::{collections::BTreeMap, env, fmt::Write, fs, process::Command, time::Duration};

use plenary::solver::allot::Problem;

/// To which sets a pair of candidate and place belongs, one of each of which is chosen at most.
type Weigh<'a> = dyn Fn(&(usize, usize)) -> Vec<(usize, i64)> + 'a;

/// The greatest merit as CBC finds it; `None` when it ran out of time.
pub fn merit(problem: &Problem, limit: Duration) -> Option<i64> {
    let home = env::temp_dir();
    let name = format!("plenary-allocation-{}", std::process::id());
    let (model, answer) = (home.join(format!("{name}.lp")), home.join(format!("{name}.txt")));
    fs::write(&model, program(problem)).unwrap();
    let run = Command::new("cbc")
        .args([model.as_os_str(), "-sec".as_ref(), limit.as_secs().to_string().as_ref()])
        .args(["-ratioGap", "0", "-allowableGap", "0", "-solve", "-solu"])
        .arg(&answer)
        .output();
    assert!(run.is_ok(), "cbc is not installed: apt-get install coinor-cbc");
    let said = fs::read_to_string(&answer).unwrap();
    fs::remove_file(&model).unwrap();
    fs::remove_file(&answer).unwrap();
    let first = said.lines().next().unwrap();
    let value: f64 = first.rsplit(' ').next().unwrap().parse().unwrap();
    first.starts_with("Optimal").then(|| value.abs().round() as i64)
}

/// A binary variable for each candidate and a place that would do.
fn program(problem: &Problem) -> String {
    let pairs: Vec<(usize, usize)> = problem
        .candidates
        .iter()
        .enumerate()
        .flat_map(|(who, one)| {
            let fits = problem.places.iter().enumerate().filter(|(_, place)| one.misfits(place).is_empty());
            fits.map(move |(at, _)| (who, at)).collect::<Vec<_>>()
        })
        .collect();
    let name = |(who, at): &(usize, usize)| format!("x{who}_{at}");
    let mut rows: Vec<(Vec<String>, &str, usize)> = Vec::new();
    let mut at_most_one = |key: &Weigh<'_>| {
        let mut sets: BTreeMap<(usize, i64), Vec<String>> = BTreeMap::new();
        for pair in &pairs {
            key(pair).into_iter().for_each(|key| sets.entry(key).or_default().push(name(pair)));
        }
        rows.extend(sets.into_values().filter(|set| set.len() > 1).map(|set| (set, "<=", 1)));
    };
    let of = |who: usize| problem.candidates.get(who).unwrap();
    at_most_one(&|(who, _)| vec![(*who, 0)]);
    at_most_one(&|(_, at)| vec![(*at, 0)]);
    at_most_one(&|(who, _)| of(*who).company.map(|company| (company, 0)).into_iter().collect());
    at_most_one(&|(who, at)| {
        let start = problem.places.get(*at).unwrap().time.start;
        of(*who).presenters.iter().map(|presenter| (*presenter, start)).collect()
    });
    let members = |fits: &dyn Fn(usize) -> bool| -> Vec<String> {
        pairs.iter().filter(|(who, _)| fits(*who)).map(name).collect()
    };
    for (at, bounds) in problem.tracks.iter().enumerate() {
        let set = members(&|who| of(who).track == Some(at));
        rows.extend([(set.clone(), ">=", bounds.min), (set, "<=", bounds.max)]);
    }
    for (at, bounds) in problem.regions.iter().enumerate() {
        let set = members(&|who| of(who).region == Some(at));
        rows.extend([(set.clone(), ">=", bounds.min), (set, "<=", bounds.max)]);
    }
    let mut text = "Maximize\n merit:".to_owned();
    for pair in &pairs {
        write!(text, "\n + {} {}", of(pair.0).merit, name(pair)).unwrap();
    }
    text.push_str("\nSubject To\n");
    for (row, (set, relation, bound)) in rows.iter().enumerate() {
        writeln!(text, " r{row}: {} {relation} {bound}", set.join("\n + ")).unwrap();
    }
    text.push_str("Binaries\n");
    pairs.iter().for_each(|pair| writeln!(text, " {}", name(pair)).unwrap());
    text.push_str("End\n");
    text
}
