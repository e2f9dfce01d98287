# One sentence for every code in `error::Reason`: what is wrong, and what to do about it.

## Texts
error-required = Fill this in.
error-too_long = Use at most { $max } characters.

## Addresses and numbers
error-email_invalid = Enter an email address like name@example.org.
error-phone_invalid = Enter a phone number with the code of its country or region, such as +852 2345 6789.
error-url_invalid = Enter a web address that starts with https:// or http://.

## Names
error-name_required = Enter a name, in Latin letters, in Chinese characters, or both.
error-name_not_a_name = Enter a person’s name, without numbers or web addresses.

## Dates and times
error-date_invalid = Enter a date that exists, as year-month-day: 2026-11-20.
error-time_invalid = Enter a date and time that exist, such as 2026-11-20 09:30.
error-time_skipped = That time does not exist on that day, because the clocks go forward. Choose a later one.
error-zone_unknown = Choose a time zone from the list, such as Asia/Hong_Kong.

## Codes and colours
error-region_unknown = Choose a country or region from the list.
error-slug_invalid = Use 2 to 40 small letters, digits and single hyphens, such as 2026 or robotics-day.
error-slug_reserved = This word is kept for Plenary itself. Choose another.
error-colour_invalid = Enter a colour as # and six digits or letters from a to f, such as #1f4e79.
error-colour_contrast = This colour is too light to read on white. Choose a darker one.

## Numbers
error-number_invalid = Enter a whole number, in digits.
error-number_out_of_range = Enter a number from { $min } to { $max }.

## Changes
error-slug_taken = This short name is already in use. Choose another.
error-date_past = This date is in the past. Choose a later one.
error-end_before_start = The end must be later than the start.
error-edited_meanwhile = Somebody else changed this while you were editing. What you typed is still here: compare it with the page as it is now, then save again.
