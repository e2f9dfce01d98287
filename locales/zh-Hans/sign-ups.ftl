doing-place = { $count } 个环节未定时间或会场
doing-place-act = 安排时间和会场
types-speaker = 已确认的演讲嘉宾会按短名称为“speaker”的报名类别自动报名；该类别不会出现在公开表单上。
