@rem On Windows: what `exec` is to a POSIX shell, for the scripts of package.json.
@%*
