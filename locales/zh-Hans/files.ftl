# 收到的文件可能有什么问题，可以怎么做。

error-file_too_large = 文件过大，上限为 { $max }。
error-file_empty = 该文件是空的，请另选一个。
error-file_type_refused = 此处不接受这类文件，请上传以下其中一种：{ $kinds }。
error-file_damaged = 该 { $kind } 文件未能完整读取，请重新保存后再上传。
error-file_two_in_one = 该文件内藏有另一个文件，无法接受。请另存为普通文件后再上传。
error-picture_too_large = 该图片为 { $width } × { $height } 像素。每边最多 { $side } 像素，总数最多 { $millions } 百万像素。
error-picture_crop_outside = 所选范围超出图片，请重新选取。
