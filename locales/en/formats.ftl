# Files that are read: what is wrong with them, and where.

## Schedules (schedule.xml, schedule.json)
error-schedule_too_large = This file is larger than { $max } MB. Choose a smaller one.
error-schedule_too_long = This file has more than { $max } sessions or parts. Split it and import one part after the other.
error-schedule_too_deep = Line { $line }, column { $column }: this file is nested more than { $max } levels deep. Export it again as schedule.xml or schedule.json.
error-schedule_not_utf8 = This file is not in UTF-8. Export it again in UTF-8.
error-schedule_unknown = This is not a schedule. Choose a schedule.xml or a schedule.json file.
error-schedule_doctype = Line { $line }, column { $column }: this file declares entities, which are not read. Remove its DOCTYPE.
error-schedule_malformed = Line { $line }, column { $column }: this file is broken here. Export it again.
error-schedule_field_invalid = Line { $line }, column { $column }: one of the values here is not of the kind that belongs here.
error-schedule_date_invalid = Line { $line }, column { $column }: “{ $value }” is not a date, or not a date and time with its offset from UTC, such as 2026-11-20T09:30:00+08:00.
error-schedule_time_invalid = Line { $line }, column { $column }: “{ $value }” is not a time of day, such as 09:30.
error-schedule_duration_invalid = Line { $line }, column { $column }: “{ $value }” is not a duration in hours and minutes, such as 00:45.
error-schedule_number_invalid = Line { $line }, column { $column }: “{ $value }” is not a whole number.

## Tables (CSV)
error-table_too_large = This file is larger than { $max } MB. Choose a smaller one.
error-table_too_long = This table has more than { $max } rows. Split it and import one part after the other.
error-table_encoding = Line { $line }: this file is not in the encoding that you chose. Save it as “CSV UTF-8”, or choose its encoding.
error-table_malformed = Line { $line }: a quotation mark here is never closed. Save the table again as CSV.
error-table_empty = This table has no row of column names.
error-table_column_unknown = Column { $column }: “{ $value }” is not a name that is known here. Rename or remove this column.
error-table_column_repeated = Column { $column }: “{ $value }” stands twice. Remove one of the two columns.
error-table_row_too_wide = Line { $line }: this row has { $cells } cells, but there are only { $columns } columns.
