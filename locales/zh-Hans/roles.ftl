# 各角色名称。
role-admin = 系统管理员
role-organiser = 组织者
role-programme = 议程
role-reviewer = 评审
role-communications = 宣传联络
role-desk = 签到台
role-observer = 观察员
