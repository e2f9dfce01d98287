//! What a demo may have to find at its place.

crate::text_enum! {
    /// Something that the venue provides at a place; what a company brings along is written in words.
    pub enum Facility {
        /// A screen, or a projector, with its cable.
        Screen = "screen",
        /// A microphone and loudspeakers.
        Sound = "sound",
        /// A network by cable.
        Network = "network",
        /// Power of three phases.
        ThreePhase = "three-phase",
        /// Water and a drain.
        Water = "water",
        /// Compressed air.
        CompressedAir = "compressed-air",
        /// A barrier around what moves.
        Barrier = "barrier",
        /// A refrigerator.
        Refrigerator = "refrigerator",
    }
}
