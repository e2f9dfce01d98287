# 各角色名稱。
role-admin = 系統管理員
role-organiser = 籌辦人員
role-programme = 議程
role-reviewer = 評審
role-communications = 傳訊
role-desk = 接待處
role-observer = 觀察員
