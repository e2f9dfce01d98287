//! The thread that the server's life hangs on.

use std::{
    convert::Infallible,
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread::{self, JoinHandle},
    time::Duration,
};

use super::{
    StartError, process,
    server::{self, Server},
};

/// How often the server is looked after.
const ROUND: Duration = Duration::from_millis(200);
/// How long to wait after a restart that failed.
const BACK_OFF: Duration = Duration::from_secs(3);

/// Keeps the server running until dropped.
///
/// The parent-death signal is the spawning *thread's*: a server spawned by a passing thread would
/// stop with it. This thread lives exactly as long as the server should.
#[derive(Debug)]
pub(super) struct Keeper {
    stop: Option<Sender<Infallible>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// Starts the server on a thread of its own and waits until it is ready.
    pub(super) fn start(server: Server) -> Result<Self, StartError> {
        let (stop, stopped) = mpsc::channel();
        let (report, reported) = mpsc::channel();
        let name = "postgresql";
        let thread = thread::Builder::new().name(name.to_owned());
        let thread = thread.spawn(move || keep(&server, &report, &stopped));
        let thread = thread.map_err(StartError::io("start the thread", name))?;
        let keeper = Self { stop: Some(stop), thread: Some(thread) };
        match reported.recv() {
            Ok(Ok(())) => Ok(keeper),
            Ok(Err(error)) => Err(error),
            Err(_) => Err(StartError::Failed { program: name, said: "its thread ended".to_owned() }),
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        drop(self.stop.take());
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the thread that keeps PostgreSQL panicked");
        }
    }
}

/// Launches the server, reports, and starts it again whenever it ends by itself.
fn keep(server: &Server, report: &Sender<Result<(), StartError>>, stopped: &Receiver<Infallible>) {
    let launched = server.launch();
    let (answer, child) = match launched {
        Ok(child) => (Ok(()), Some(child)),
        Err(error) => (Err(error), None),
    };
    let heard = report.send(answer).is_ok();
    let Some(mut child) = child.filter(|_| heard) else { return };
    let mut pause = ROUND;
    while stopped.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
        pause = ROUND;
        let Ok(Some(status)) = child.try_wait() else { continue };
        tracing::error!(%status, "PostgreSQL ended by itself; starting it again");
        match server.launch() {
            Ok(again) => child = again,
            Err(error) => {
                tracing::error!(%error, "PostgreSQL did not start again");
                pause = BACK_OFF;
            }
        }
    }
    server::end(child, process::FAST);
}
