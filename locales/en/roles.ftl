# What a role is called.
role-admin = administrator
role-organiser = organiser
role-programme = programme
role-reviewer = reviewer
role-communications = communications
role-desk = desk
role-observer = observer
