# 公司專頁，以及開立帳戶。

sign-in-unknown = 未有帳戶？立即開立。
sign-up-title = 開立帳戶
sign-up-text = 有了帳戶，便可為貴公司申請展示位。毋須記住密碼：每次登入，我們都會寄上驗證碼。
sign-up-name = 姓名
sign-up-act = 寄出驗證碼
sign-up-known = 已有帳戶？請登入。

company-bar = 您的帳戶
companies-title = 您的公司
companies-none = 您尚未代表任何公司
companies-none-text = 請在此新增公司，或請已新增公司的同事邀請您。

company-new = 新增公司
company-new-act = 新增此公司
company-edit = 更改公司資料
company-save = 儲存
company-back = 返回公司專頁
company-back-to-list = 返回公司列表

company-profile = 公司資料
company-name = 名稱
company-name-hint = 請填寫登記名稱；有多種語文名稱的，可分別填寫，只填一種亦可。
company-one-liner = 一句話簡介
company-one-liner-hint = 向未聽過貴公司的人說明業務。
company-city = 城市
company-whereabouts = { $city }（{ $region }）
company-region = 公司所在地
company-region-mainland = 內地
company-region-hong-kong = 香港
company-region-elsewhere = 其他地區
company-stage = 發展階段
company-stage-idea = 構思
company-stage-prototype = 原型
company-stage-pilot = 首批客戶試用
company-stage-revenue = 已有穩定收入
company-stage-growth = 擴展中
company-size = 人數
company-size-1-10 = 1至10人
company-size-11-50 = 11至50人
company-size-51-200 = 51至200人
company-size-201-1000 = 201至1,000人
company-size-1001- = 1,000人以上
company-website = 網站

company-logo = 標誌
company-logo-alt = 公司標誌
company-logo-file = 標誌圖片
company-logo-hint = JPEG、PNG 或 WebP，最大20 MB。系統會重新繪製，最闊800像素。
company-logo-save = 上載標誌
company-logo-remove = 移除

company-people = 代表公司的成員
company-people-text = 各成員權限相同：均可撰寫及提交申請，並代表公司回覆。
company-me = （您）
company-asked = 尚未回覆
company-withdraw = 撤回
company-invite-email = 同事的電郵地址
company-invite-hint = 我們會寄出邀請，對方一按即可接受或婉拒。
company-invite-act = 寄出邀請
company-leave = 離開這間公司
company-leave-text = 離開後，您將無法再查看公司的申請。同事可再次邀請您。
company-leave-act = 離開

company-offer-title = 您願意代表{ $company }嗎？
company-offer-text = 公司的每位成員均可撰寫及提交申請，並代表公司回覆。
company-offer-accept = 接受
company-offer-decline = 婉拒
company-declined = 您已婉拒
company-declined-text = 您毋須再做任何事。如屬誤按，請同事重新邀請。

company-done-founded = 公司已新增。您可邀請同事，或申請正在接受報名的展示徵集。
company-done-changed = 已儲存。
company-done-logo = 標誌已上載。
company-done-logo-removed = 標誌已移除。
company-done-invited = 邀請已寄出。
company-done-withdrawn = 邀請已撤回。
company-done-joined = 歡迎加入，您現可代表這間公司。
