# Comments that judges share with applicants.

calls-shares-comments = Who is declined gets the comments that reviewers marked as shareable, without their names
reviews-shareable = The applicant may read this comment, without my name
comments-title = What the judges said
