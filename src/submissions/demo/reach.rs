//! Whether a linked video can be watched on the mainland.

use url::Url;

use crate::values::WebUrl;

/// Hosts, their subdomains included, that browsers on the mainland do not reach; `docs/demos.md` says where the list is
/// from. What is not on it may be out of reach all the same: a file that is sent in never is.
const OUT_OF_REACH: [&str; 22] = [
    "1drv.ms",
    "archive.org",
    "dailymotion.com",
    "discord.com",
    "dropbox.com",
    "facebook.com",
    "fb.watch",
    "goo.gl",
    "google.com",
    "instagram.com",
    "medium.com",
    "reddit.com",
    "soundcloud.com",
    "t.me",
    "telegram.org",
    "tiktok.com",
    "twitch.tv",
    "twitter.com",
    "vimeo.com",
    "x.com",
    "youtu.be",
    "youtube.com",
];

/// Whether nothing is known against it.
#[must_use]
pub fn opens_on_the_mainland(video: &WebUrl) -> bool {
    let host = Url::parse(video.as_str()).ok().and_then(|url| url.domain().map(str::to_owned));
    let host = host.unwrap_or_default();
    let is =
        |known: &&str| host == **known || host.strip_suffix(*known).is_some_and(|rest| rest.ends_with('.'));
    !OUT_OF_REACH.iter().any(is)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn a_host_and_its_subdomains_are_known_and_nothing_that_only_looks_like_it() {
        let opens = |raw: &str| opens_on_the_mainland(&WebUrl::parse(raw).unwrap());
        for raw in [
            "https://youtu.be/x",
            "www.YouTube.com/watch?v=1",
            "https://drive.google.com/file",
            "m.youtube.com",
        ] {
            assert!(!opens(raw), "{raw}");
        }
        for raw in [
            "https://www.bilibili.com/video/1",
            "https://myyoutube.com.example",
            "https://v.qq.com/1",
            "notx.com",
        ] {
            assert!(opens(raw), "{raw}");
        }
    }
}
