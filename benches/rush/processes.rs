//! What the processes took, from `/proc` (proc(5)).

use std::{fs, path::Path};

/// The kernel counts in hundredths of a second, whatever its own clock does.
const TICK_MS: f64 = 10.0;

/// CPU time of this process and of every server process, those that ended included, in milliseconds.
pub fn cpu_ms(data: &Path) -> f64 {
    let pid_file = fs::read_to_string(data.join("pg/postmaster.pid")).unwrap();
    let postmaster = pid_file.lines().next().unwrap();
    let mut ticks = ticks("self", 2) + ticks(postmaster, 4);
    for entry in fs::read_dir("/proc").unwrap().flatten() {
        let name = entry.file_name();
        let Some(pid) = name.to_str().filter(|name| name.bytes().all(|b| b.is_ascii_digit())) else {
            continue;
        };
        if stat(pid).is_some_and(|fields| fields[1] == postmaster) {
            ticks += self::ticks(pid, 2);
        }
    }
    ticks * TICK_MS
}

/// The fields behind the command's name, which may hold anything: the state is the first, the parent the second.
fn stat(pid: &str) -> Option<Vec<String>> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    Some(text.rsplit_once(") ")?.1.split(' ').map(str::to_owned).collect())
}

/// User and system time; with four, those of children that ended too.
fn ticks(pid: &str, kinds: usize) -> f64 {
    let fields = stat(pid).unwrap_or_default();
    fields.iter().skip(11).take(kinds).filter_map(|field| field.parse::<f64>().ok()).sum()
}
