//! Submissions: from a stranger's draft to a place on the programme, given up and given on.

mod applicant;
mod chair;
mod desk;
mod invited;
mod together;
mod told;
