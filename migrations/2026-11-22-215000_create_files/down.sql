DROP TABLE file_chunk, file;
DROP FUNCTION forget_files, check_file_owner;
