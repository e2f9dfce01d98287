//! Which network addresses a webhook may lead to. Pure.
//!
//! An address that somebody typed must not lead into the operator's own network, so that only what the whole Internet
//! reaches is called, and what the operator lists.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

const fn four(a: u8, b: u8, c: u8, d: u8, prefix: u8) -> Ipv4Net {
    Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, d), prefix)
}

const fn six(a: u16, b: u16, c: u16, prefix: u8) -> Ipv6Net {
    Ipv6Net::new_assert(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0), prefix)
}

/// What is not global of IPv4: IANA's registry of special-purpose addresses (RFC 6890), and multicast (RFC 5771).
const SPECIAL_FOUR: [Ipv4Net; 15] = [
    four(0, 0, 0, 0, 8),
    four(10, 0, 0, 0, 8),
    four(100, 64, 0, 0, 10),
    four(127, 0, 0, 0, 8),
    four(169, 254, 0, 0, 16),
    four(172, 16, 0, 0, 12),
    four(192, 0, 0, 0, 24),
    four(192, 0, 2, 0, 24),
    four(192, 88, 99, 0, 24),
    four(192, 168, 0, 0, 16),
    four(198, 18, 0, 0, 15),
    four(198, 51, 100, 0, 24),
    four(203, 0, 113, 0, 24),
    four(224, 0, 0, 0, 4),
    four(240, 0, 0, 0, 4),
];

/// All that IANA gave out as global unicast of IPv6 (RFC 4291 section 2.4).
const UNICAST_SIX: Ipv6Net = six(0x2000, 0, 0, 3);

/// What is not global of that: protocol assignments with Teredo, benchmarking and ORCHID (RFC 2928), documentation (RFC 3849
/// and 9637), 6to4 (RFC 3056), whose relays lead who knows where.
const SPECIAL_SIX: [Ipv6Net; 4] =
    [six(0x2001, 0, 0, 23), six(0x2001, 0xdb8, 0, 32), six(0x2002, 0, 0, 16), six(0x3fff, 0, 0, 20)];

/// The prefix under which NAT64 gateways hold all of IPv4 (RFC 6052 section 2.1).
const NAT64: Ipv6Net = six(0x64, 0xff9b, 0, 96);

/// Whether everybody on the Internet reaches the same host by this address. An IPv6 address that only carries one of IPv4
/// is judged by that.
#[must_use]
pub fn is_global(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => !SPECIAL_FOUR.iter().any(|special| special.contains(&address)),
        IpAddr::V6(address) => match carried(address) {
            Some(inner) => is_global(IpAddr::V4(inner)),
            None => {
                UNICAST_SIX.contains(&address)
                    && !SPECIAL_SIX.iter().any(|special| special.contains(&address))
            }
        },
    }
}

/// The IPv4 address inside one that is mapped (RFC 4291 section 2.5.5.2) or of NAT64.
fn carried(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let last = || {
        let [.., a, b, c, d] = address.octets();
        Ipv4Addr::new(a, b, c, d)
    };
    address.to_ipv4_mapped().or_else(|| NAT64.contains(&address).then(last))
}

/// What may be called: global addresses, and the operator's list.
#[derive(Clone, Debug, Default)]
pub struct Gate {
    /// Networks that may be called although they are not global.
    pub allowed: Vec<IpNet>,
}

impl Gate {
    /// Whether `address` may be called.
    #[must_use]
    pub fn lets(&self, address: IpAddr) -> bool {
        is_global(address) || self.allowed.iter().any(|network| network.contains(&address.to_canonical()))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    fn global(text: &str) -> bool {
        is_global(text.parse().unwrap())
    }

    #[test]
    fn what_the_internet_reaches_is_global() {
        for text in [
            "1.1.1.1",
            "8.8.8.8",
            "100.63.255.255",
            "100.128.0.0",
            "172.32.0.1",
            "192.0.1.1",
            "198.20.0.1",
            "223.255.255.255",
            "2606:4700:4700::1111",
            "2400:3200::1",
            "2001:200::1",
            "::ffff:8.8.8.8",
            "64:ff9b::8.8.8.8",
        ] {
            assert!(global(text), "{text}");
        }
    }

    #[test]
    fn what_leads_elsewhere_for_each_of_us_is_not() {
        for text in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:0:127.0.0.1",
            "64:ff9b::127.0.0.1",
            "64:ff9b::10.0.0.1",
            "64:ff9b:1::8.8.8.8",
            "100::1",
            "2001::1",
            "2001:2::1",
            "2001:20::1",
            "2001:db8::1",
            "2002:7f00:1::1",
            "2002:808:808::1",
            "3fff::1",
            "5f00::1",
            "fc00::1",
            "fdff::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "ff0e::1",
        ] {
            assert!(!global(text), "{text}");
        }
    }

    #[test]
    fn the_operators_list_lets_in_what_it_names_and_nothing_more() {
        let gate = Gate { allowed: vec!["10.1.0.0/16".parse().unwrap(), "fd00::/8".parse().unwrap()] };
        let lets = |text: &str| gate.lets(text.parse().unwrap());
        assert!(lets("10.1.2.3") && lets("::ffff:10.1.2.3") && lets("fd12::1") && lets("8.8.8.8"));
        assert!(!lets("10.2.0.1") && !lets("127.0.0.1") && !lets("::ffff:127.0.0.1") && !lets("fe80::1"));
        assert!(!Gate::default().lets("10.1.2.3".parse().unwrap()));
    }

    proptest! {
        #[test]
        fn carrying_an_address_in_another_form_changes_nothing(bits: u32) {
            let four = Ipv4Addr::from_bits(bits);
            let judged = is_global(four.into());
            prop_assert_eq!(is_global(four.to_ipv6_mapped().into()), judged);
            let carried = Ipv6Addr::from_bits(0x0064_ff9b << 96 | u128::from(bits));
            prop_assert_eq!(is_global(carried.into()), judged);
        }

        #[test]
        fn what_the_standard_library_calls_special_is_never_global(bits: u32, wide: u128) {
            let four = Ipv4Addr::from_bits(bits);
            let special = four.is_private() || four.is_loopback() || four.is_link_local() || four.is_multicast()
                || four.is_broadcast() || four.is_documentation() || four.is_unspecified();
            prop_assert!(!(special && is_global(four.into())));
            let six = Ipv6Addr::from_bits(wide);
            let special = six.is_loopback() || six.is_multicast() || six.is_unspecified()
                || six.is_unique_local() || six.is_unicast_link_local();
            prop_assert!(!(special && is_global(six.into())));
        }

        #[test]
        fn nothing_of_ipv6_outside_global_unicast_is_global_but_what_carries_ipv4(wide: u128) {
            let six = Ipv6Addr::from_bits(wide);
            if is_global(six.into()) {
                prop_assert!(wide >> 125 == 1 || carried(six).is_some());
            }
        }
    }
}
