# Read by the check_*.sh scripts: counts rules that hold and rules that do not.
# A rule is a command that prints one line for each offence, and nothing else.
LC_ALL=C
export LC_ALL
passed=0
failed=0

# rule "what must hold" command [argument ...]
rule ()
{
  text=$1
  shift
  offences=$("$@" 2>&1)
  if [ -z "$offences" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'BROKEN RULE: %s\n' "$text"
    printf '%s\n' "$offences" | sed 's/^/    /'
  fi
}

# The last line, and the exit status of the script.
rules_end ()
{
  printf '%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
