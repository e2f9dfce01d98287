# 主辦方管理講者的頁面。

console-speakers = 講者
speakers-search = 姓名、機構、電郵
speakers-none = 找不到講者
speakers-none-text = 加入講者或有人開始申請後，便會在此列出。
speakers-order = 議程按此次序列出講者。
speakers-mail = 電郵發送至
speakers-nowhere = 未有電郵地址
speakers-send = 發送連結
speakers-biography = 簡介
speakers-act = 儲存
done-link-sent = 連結正在發送。
speakers-times = 可出席時間
speakers-times-text = 如環節編在其他時間，會列為衝突。不清楚的話，請留空。
