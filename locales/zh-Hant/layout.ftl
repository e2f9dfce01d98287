# 頁面框架、表格組件、登記狀態、後台快捷鍵。

layout-skip = 跳到主要內容
layout-languages = 語言
layout-pages-of-edition = 本屆論壇
layout-contact = 查詢請電郵至
layout-privacy = 收集個人資料聲明
layout-menu = 選單
layout-rooms = 管理後台
layout-sign-out = 登出
layout-pages = 分頁
layout-newer = 上一頁
layout-older = 下一頁

form-errors-title = 請檢查以下各項
form-optional = （選填）
form-choose = 請選擇
form-yes = 是
form-no = 否
form-draft-kept = 已為您保留先前輸入的內容。
form-draft-forget = 清除
form-offline = 網絡已中斷。已輸入的內容不會遺失，恢復連線後請再試一次。
form-sending = 正在提交……

state-confirmed = 已確認
state-pending = 待審批
state-waitlisted = 輪候中
state-offered = 名額待接受
state-cancelled = 已取消

keys-title = 鍵盤快捷鍵
keys-search = 搜尋
keys-move = 在列表中上下移動
keys-open = 開啟
keys-help = 顯示快捷鍵
keys-close = 關閉
