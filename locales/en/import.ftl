# Importing a programme.
import-title = Import
import-intro = Bring in what another program published. You first see what would be created and changed; nothing happens before you press the button there.
import-file = File
import-file-hint = A schedule.xml or schedule.json (frab, pretalx and others), or a CSV table of sessions or of speakers. At most 32 MB.
import-lang = Language of the texts
import-lang-hint = Texts in the other languages stay as they are.
import-encoding = Encoding of a table
import-encoding-hint = Only counts for a CSV file without a byte order mark.
import-encoding-utf-8 = UTF-8
import-encoding-gb18030 = GB 18030 (spreadsheets on the mainland)
import-encoding-big5 = Big5 (spreadsheets in Hong Kong)
import-look = See what it would do
import-columns = Columns of a table
import-columns-sessions = Sessions:
import-columns-speakers = Speakers:
import-columns-more = Any of them may be missing but the title, or the name. A text column may stand once more for each language, such as title_en, title_zh_hant, title_zh_hans. Several rooms or people in one cell are parted by semicolons.
import-another = Choose another file
import-dry-run = What this file would do
import-dry-run-text = { $file }: nothing has been changed yet.
import-counts = In numbers
import-what = Kind
import-created = New
import-changed = Changed
import-unchanged = As they are
import-refused = Refused
import-line = Line or number
import-label = In the file
import-why = What
import-left =
    { $count ->
        [one] One session of the draft is not in this file. It stays.
       *[other] { $count } sessions of the draft are not in this file. They stay.
    }
import-kept = Kept beside the sessions, and given out again in schedule.xml and schedule.json:
import-kept-subtitle = Subtitles: { $count }
import-kept-links = Links: { $count }
import-kept-attachments = Attachments: { $count }
import-kept-recording = Notes on recordings: { $count }
import-kept-language = Languages that are not on our list: { $count }
import-kept-picture = Pictures: { $count }
import-kept-more = Other details: { $count }
import-nothing = This file changes nothing.
import-act = Import all that is not refused
import-more =
    { $count ->
        [one] And one more.
       *[other] And { $count } more.
    }
import-kind-room = Room
import-kind-track = Track
import-kind-speaker = Speaker
import-kind-session = Session
import-field-abstract = Abstract
import-field-biography = Biography
import-field-capacity = Capacity
import-field-colour = Colour
import-field-email = E-mail
import-field-job_title = Job title
import-field-kept = Details kept beside it
import-field-kind = Kind
import-field-minutes = Length
import-field-name = Name
import-field-organisation = Organisation
import-field-people = People
import-field-rooms = Room
import-field-spoken = Spoken language
import-field-starts_at = Time
import-field-title = Title
import-field-track = Track
done-imported = The file was imported. Nobody outside sees it before the next release.
error-import_moved = The programme has changed since you read this. Look at what the file would do now.
error-import_too_long = This takes longer than { $max } days.
error-table_column_missing = The column “{ $value }” is missing. Add it to the first row.
audit-programme-import = Programme imported
