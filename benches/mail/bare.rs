//! What a loop over lettre alone does: one message, rendered beforehand, again and again.

use std::{sync::Arc, time::Instant};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Tokio1Executor,
    address::Envelope,
    transport::smtp::{PoolConfig, client::AsyncSmtpConnection, extension::ClientId},
};
use tokio::{net::TcpStream, task::JoinSet};

/// Mails a second over so many connections of lettre's pool, which leaves the socket as it is: the end of each mail waits
/// until the server acknowledges the rest.
pub async fn pooled(port: u16, connections: usize, mails: usize, message: Vec<u8>) -> f64 {
    let pool = PoolConfig::new().max_size(u32::try_from(connections).unwrap());
    let transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous("127.0.0.1");
    let transport = transport.port(port).pool_config(pool).build();
    let (envelope, message) = (envelope(), Arc::new(message));
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

/// The same over connections of our own that send at once (`TCP_NODELAY`), and are not asked between mails whether they
/// are still there: as fast as lettre goes.
pub async fn per_second(port: u16, connections: usize, mails: usize, message: Vec<u8>) -> f64 {
    let (envelope, message) = (envelope(), Arc::new(message));
    let began = Instant::now();
    let mut lanes = JoinSet::new();
    for _ in 0..connections {
        let (envelope, message) = (envelope.clone(), message.clone());
        lanes.spawn(async move {
            let stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
            stream.set_nodelay(true).unwrap();
            let hello = ClientId::default();
            let connection = AsyncSmtpConnection::connect_with_transport(Box::new(stream), &hello).await;
            let mut connection = connection.unwrap();
            for _ in 0..mails / connections {
                connection.send(&envelope, &message).await.unwrap();
            }
        });
    }
    lanes.join_all().await;
    mails as f64 / began.elapsed().as_secs_f64()
}

fn envelope() -> Arc<Envelope> {
    let (from, to) = ("plenary@example.org".parse().unwrap(), vec!["guest@example.net".parse().unwrap()]);
    Arc::new(Envelope::new(Some(from), to).unwrap())
}
