# 講者專頁：各項申請的進度、簡介及可出席時間。

speaker-title = 您的講者專頁
speaker-unnamed = 我們尚未有您的姓名。
speaker-unnamed-act = 填寫簡介
speaker-submissions = 您的申請
speaker-none = 目前沒有需要您回覆的事項，只需填妥簡介及可出席時間。
speaker-untitled = 未有題目
speaker-closes = 截止時間：{ $when }
speaker-confirm-by = 請於{ $when }前回覆
speaker-draft-late = 徵集已截止，這份草稿不能再提交。如仍希望提交，請與籌辦人員聯絡。
speaker-part-accepted = 您已答應參與。一切由提交者跟進，我們會與對方聯絡。
speaker-part-invited = 有人邀請您參與。提交者會看到您的答覆。
speaker-part-declined = 您選擇不參與。
speaker-join = 參與
speaker-stay-away = 不參與
speaker-confirm = 確認出席
speaker-turn-down = 放棄時段
speaker-cannot = 未能出席
speaker-cannot-text = 時段會轉給其他人，不會自動保留。如未能出席，請盡早告知。
speaker-withdraw = 撤回
speaker-withdraw-text = 撤回後不能復原。徵集截止前，您可以另行提交申請。
speaker-withdraw-act = 撤回這項申請
speaker-profile = 您的簡介
speaker-profile-text = 您的姓名、任職機構及簡介，會按此刊於議程。
speaker-profile-act = 查看及更改簡介
speaker-profile-save = 儲存簡介
speaker-biography = 簡介
speaker-biography-hint = 以一種語文寫幾句即可，亦可寫齊三種。每種最多3,000字元。
speaker-times = 可出席時間
speaker-times-text = 請填寫您可以上台的時間。任何時間均可的話，請留空。
speaker-times-act = 查看及更改時間
speaker-times-zone = 所有時間以{ $zone }為準。
speaker-times-row = 時間{ $number }
speaker-times-from = 由
speaker-times-to = 至
speaker-times-more = 儲存後會顯示更多欄位。
speaker-times-save = 儲存時間
speaker-link-keep = 您可隨時經我們電郵內的連結返回此頁。持有連結的人可以您的名義行事，請只轉交代您辦理的人。
speaker-done-profile = 簡介已儲存。
speaker-done-times = 時間已儲存。
speaker-done-confirmed = 已確認出席。多謝，期待與您見面。
speaker-done-turned-down = 您已放棄時段。多謝告知。
speaker-done-withdrawn = 申請已撤回。
speaker-done-joined = 您已答應參與。
speaker-done-stayed-away = 您已選擇不參與。

# 下一步。
next-submit = 這是草稿，只有您看得到。請填妥後提交。
next-await-decision = 我們已收到申請。籌辦人員會在徵集截止後決定，並以電郵通知您。
next-confirm = 我們為您預留了時段，請告知您會否出席。
next-prepare = 您的時段已確認。籌辦人員會就議程與您聯絡。
next-stand-by = 目前時段已滿。如有人退出，您可能補上，我們會即時通知您。
next-declined = 這項申請未獲安排時段。多謝您的提交。
next-turned-down = 您已放棄這個時段。如屬誤會，請與籌辦人員聯絡。
next-lapsed = 回覆限期已過。請與籌辦人員聯絡，查詢時段是否仍可保留。
next-withdrawn = 您已撤回這項申請，毋須再辦理。

# 同上，作標籤用。
standing-submit = 草稿
standing-await-decision = 已提交
standing-confirm = 待您回覆
standing-prepare = 已確認
standing-stand-by = 後備
standing-declined = 未獲選
standing-turned-down = 已放棄
standing-lapsed = 已過限期
standing-withdrawn = 已撤回
