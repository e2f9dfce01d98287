doing-place = { $count } 個環節未定時間或場地
doing-place-act = 安排時間及場地
types-speaker = 已確認的講者會按短名稱為「speaker」的登記類別自動登記；該類別不會列於公開表格。
