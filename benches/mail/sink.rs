//! A mail server that takes everything and keeps nothing, in a process of its own.

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// Prints its port, then takes mail until the process is ended.
pub async fn run() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    println!("{}", listener.local_addr().unwrap().port());
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        stream.set_nodelay(true).unwrap();
        tokio::spawn(async move {
            // Whoever hangs up in the middle is done.
            let _gone = converse(stream).await;
        });
    }
}

/// As much of RFC 5321 as is spoken to it.
async fn converse(stream: TcpStream) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut read = BufReader::new(read);
    let mut line = Vec::new();
    write.write_all(b"220 sink\r\n").await?;
    while next(&mut read, &mut line).await? {
        let answer: &[u8] = match line.get(..4).unwrap_or_default() {
            b"EHLO" => b"250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
            b"DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                while next(&mut read, &mut line).await? && line != b".\r\n" {}
                b"250 taken\r\n"
            }
            b"QUIT" => return write.write_all(b"221 bye\r\n").await,
            _ => b"250 fine\r\n",
        };
        write.write_all(answer).await?;
    }
    Ok(())
}

/// The next line; false when there is none.
async fn next(read: &mut (impl AsyncBufReadExt + Unpin), line: &mut Vec<u8>) -> std::io::Result<bool> {
    line.clear();
    Ok(read.read_until(b'\n', line).await? > 0)
}
