# 收到的檔案可能有甚麼問題，可以怎樣做。

error-file_too_large = 檔案太大，上限為 { $max }。
error-file_empty = 這個檔案是空的，請選擇另一個。
error-file_type_refused = 這裏不接受這類檔案，請上載以下其中一種：{ $kinds }。
error-file_damaged = 這個 { $kind } 檔案未能完整讀取，請重新儲存後再上載。
error-file_two_in_one = 這個檔案內藏另一個檔案，因此不能接受。請另存為一般檔案後再上載。
error-picture_too_large = 這張圖片為 { $width } × { $height } 像素。每邊最多 { $side } 像素，總數最多 { $millions } 百萬像素。
error-picture_crop_outside = 所選範圍超出圖片，請重新選取。
