# 读入的文件：哪里不对，在第几行。

## 日程文件（schedule.xml、schedule.json）
error-schedule_too_large = 文件超过 { $max } MB，请选择较小的文件。
error-schedule_too_long = 文件里的场次或条目超过 { $max } 个，请拆成几个文件依次导入。
error-schedule_too_deep = 第 { $line } 行第 { $column } 个字符：文件的嵌套超过 { $max } 层，请重新导出为 schedule.xml 或 schedule.json。
error-schedule_not_utf8 = 文件不是 UTF-8 编码，请以 UTF-8 重新导出。
error-schedule_unknown = 这不是日程文件，请选择 schedule.xml 或 schedule.json。
error-schedule_doctype = 第 { $line } 行第 { $column } 个字符：文件声明了实体，系统不会读取。请删去 DOCTYPE。
error-schedule_malformed = 第 { $line } 行第 { $column } 个字符：文件在此处损坏，请重新导出。
error-schedule_field_invalid = 第 { $line } 行第 { $column } 个字符：此处有一项内容的类型不对。
error-schedule_date_invalid = 第 { $line } 行第 { $column } 个字符：“{ $value }”不是正确的日期；日期加时间须注明与 UTC 的时差，例如 2026-11-20T09:30:00+08:00。
error-schedule_time_invalid = 第 { $line } 行第 { $column } 个字符：“{ $value }”不是正确的时刻，例如 09:30。
error-schedule_duration_invalid = 第 { $line } 行第 { $column } 个字符：“{ $value }”不是以小时和分钟表示的时长，例如 00:45。
error-schedule_number_invalid = 第 { $line } 行第 { $column } 个字符：“{ $value }”不是整数。

## 表格（CSV）
error-table_too_large = 文件超过 { $max } MB，请选择较小的文件。
error-table_too_long = 表格超过 { $max } 行，请拆成几个文件依次导入。
error-table_encoding = 第 { $line } 行：文件不是所选的编码。请另存为“CSV UTF-8”，或选择正确的编码。
error-table_malformed = 第 { $line } 行：此处的引号没有结束，请把表格重新存为 CSV。
error-table_empty = 表格没有列名一行。
error-table_column_unknown = 第 { $column } 列：“{ $value }”不是可用的列名，请修改列名或删去这一列。
error-table_column_repeated = 第 { $column } 列：“{ $value }”重复，请删去其中一列。
error-table_row_too_wide = 第 { $line } 行：这一行有 { $cells } 格，但表格只有 { $columns } 列。
