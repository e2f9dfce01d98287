# `error::Reason` 的每个代码各有一句：哪里不对，可以怎么做。

## 文字
error-required = 请填写此项。
error-too_long = 最多填写 { $max } 个字符。

## 邮箱、电话和网址
error-email_invalid = 邮箱地址格式不对，请参照 name@example.org 填写。
error-phone_invalid = 电话号码格式不对，请带上国家或地区代码，例如 +86 138 0013 8000。
error-url_invalid = 网址须以 https:// 或 http:// 开头。

## 姓名
error-name_required = 请填写姓名，中文名或英文名至少填一项。
error-name_not_a_name = 请填写个人姓名，不要带数字或网址。

## 日期和时间
error-date_invalid = 日期不正确，请按“年-月-日”填写，例如 2026-11-20。
error-time_invalid = 日期或时间不正确，请参照 2026-11-20 09:30 填写。
error-time_skipped = 当天因夏令时调整没有这个时间，请选择晚一些的时间。
error-zone_unknown = 请从列表中选择时区，例如 Asia/Shanghai。

## 代号和颜色
error-region_unknown = 请从列表中选择国家或地区。
error-slug_invalid = 请使用 2 到 40 个小写字母、数字和单个连字符，例如 2026 或 robotics-day。
error-slug_reserved = 该名称为系统保留，请换一个。
error-colour_invalid = 请填写 # 加六位数字或 a 到 f 的字母，例如 #1f4e79。
error-colour_contrast = 该颜色在白底上过浅，不便阅读，请选择深一些的颜色。

## 数字
error-number_invalid = 请用数字填写整数。
error-number_out_of_range = 请填写 { $min } 到 { $max } 之间的数字。

## 修改
error-slug_taken = 该短名称已被使用，请换一个。
error-date_past = 该日期已过，请选择之后的日期。
error-end_before_start = 结束时间必须晚于开始时间。
error-edited_meanwhile = 您编辑期间，其他同事修改了此项内容。您填写的内容仍在，请与最新版本核对后再保存。
