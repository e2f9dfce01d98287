# What may be wrong with a file that somebody sent in, and what to do about it.

error-file_too_large = This file is too large. Send at most { $max }.
error-file_empty = This file is empty. Choose another one.
error-file_type_refused = This kind of file is not taken here. Send one of these: { $kinds }.
error-file_damaged = This file began as { $kind } but could not be read to its end. Save it again and send the new one.
error-file_two_in_one = This file holds another one inside, so it cannot be taken. Save it again as a plain file and send that.
error-picture_too_large = This picture is { $width } by { $height } pixels. Send one of at most { $side } on a side and { $millions } million in all.
error-picture_crop_outside = The chosen part reaches beyond the picture. Choose it again.
