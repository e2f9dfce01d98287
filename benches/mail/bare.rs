//! What a loop over lettre alone does: one message, rendered beforehand, again and again.

use std::{sync::Arc, time::Instant};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Tokio1Executor, address::Envelope, transport::smtp::PoolConfig,
};
use tokio::task::JoinSet;

/// Mails a second over so many connections.
pub async fn per_second(port: u16, connections: usize, mails: usize, message: Vec<u8>) -> f64 {
    let pool = PoolConfig::new().max_size(u32::try_from(connections).unwrap());
    let transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous("127.0.0.1");
    let transport = transport.port(port).pool_config(pool).build();
    let (from, to) = ("plenary@example.org".parse().unwrap(), vec!["guest@example.net".parse().unwrap()]);
    let envelope = Arc::new(Envelope::new(Some(from), to).unwrap());
    let message = Arc::new(message);
    let began = Instant::now();
    let mut lanes = JoinSet::new();
    for _ in 0..connections {
        let (transport, envelope, message) = (transport.clone(), envelope.clone(), message.clone());
        lanes.spawn(async move {
            for _ in 0..mails / connections {
                transport.send_raw(&envelope, &message).await.unwrap();
            }
        });
    }
    lanes.join_all().await;
    mails as f64 / began.elapsed().as_secs_f64()
}
