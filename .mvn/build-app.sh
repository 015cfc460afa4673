# Builds the app of one module for ./whorl, which sources this file (bash 3.2 is enough).
# Reads: home, module, apps. Sets: app. The whole of Maven's talk goes to target/build-MODULE.log;
# the person sees one calm line for each stage.

whorl_say() { printf 'whorl: %s\n' "$*" >&2; }

# One build at a time in this checkout. The lock goes with the process that holds it, where the system has flock;
# elsewhere (macOS) it is a folder with the holder's process number inside.
whorl_lock() {
  mkdir -p "$home/target" || {
    whorl_say "cannot write in $home, so it cannot be built here. Copy it to a folder of your own."
    return 1
  }
  if command -v flock >/dev/null 2>&1; then
    exec 9>>"$home/target/build.lock" || return 1
    flock -n 9 && return 0
    whorl_say 'another start is building it; waiting for that one.'
    flock 9
    return
  fi
  local waited='' holder
  while ! mkdir "$home/target/build.lock.d" 2>/dev/null; do
    holder=$(cat "$home/target/build.lock.d/pid" 2>/dev/null)
    if [ -n "$holder" ] && ! ps -p "$holder" >/dev/null 2>&1; then
      rm -rf "$home/target/build.lock.d"
      continue
    fi
    [ -n "$waited" ] || whorl_say 'another start is building it; waiting for that one.'
    waited=yes
    sleep 1
  done
  echo $$ >"$home/target/build.lock.d/pid"
}

whorl_unlock() {
  if command -v flock >/dev/null 2>&1; then exec 9>&-; else rm -rf "$home/target/build.lock.d"; fi
}

# Turns Maven's log into one line for each module; on a terminal it also counts the files being fetched.
whorl_follow() {
  local line fetched=0 shown=''
  while IFS= read -r line; do
    printf '%s\n' "$line"
    case $line in
      *Downloaded\ from*)
        fetched=$((fetched + 1))
        if [ "$fetched" = 1 ]; then
          case $module in
            cluster) whorl_say 'fetching Spark and what it uses, about 280 MB (once)' ;;
            *) whorl_say 'fetching the libraries it uses (once)' ;;
          esac
        fi
        if [ -t 2 ]; then printf '\r  %s files ' "$fetched" >&2; fi
        ;;
      *Building\ Whorl\ [a-z]*)
        [ -t 2 ] && [ "$fetched" -gt 0 ] && printf '\r              \r' >&2
        line=${line#*Building Whorl }
        [ "$line" = "$shown" ] || whorl_say "building ${line%% *}  (${SECONDS} s)"
        shown=$line
        ;;
    esac
  done >"$1"
}

# What went wrong, out of Maven's log: its errors without its advice, or the end of the log if it never got that far.
whorl_errors() {
  if grep -q '^\[ERROR\]' "$1"; then
    sed -n -e 's/ -> \[Help [0-9]*\]$//' -e '/^\[ERROR\] *$/d' -e '/^\[ERROR\] \[Help/d' \
      -e '/e-run Maven\|full stack trace\|following articles\|correcting the problems\|mvn <args>/d' -e '/^\[ERROR\]/p' "$1"
  else
    tail -n 15 "$1"
  fi
}

build_app() {
  local log id new now
  whorl_lock || return 1
  # Somebody else may have finished while we waited.
  now=
  [ -r "$apps/current" ] && read -r now <"$apps/current"
  if [ -n "$now" ] && [ "$now" != "$app" ] && [ -f "$apps/$now/$module.jar" ]; then
    app=$now
    whorl_unlock
    return 0
  fi

  SECONDS=0
  log=$home/target/build-$module.log
  id=$(date +%Y%m%d-%H%M%S)-$$
  new=$apps/$id
  mkdir -p "$new" || return 1
  : >"$new/stamp" # before the build begins: a file saved while it runs counts as newer
  if [ -z "$app" ]; then
    whorl_say 'first start: building (a minute or two; later starts do not build)'
  else
    whorl_say 'a source file has changed: building again'
  fi

  rm -rf "$home/$module/target/lib"
  (cd "$home" && ./mvnw -B -pl "$module" -am -Dmaven.test.skip=true -Djacoco.skip=true -Dspotless.check.skip=true \
    package </dev/null 2>&1 9>&-) | whorl_follow "$log"
  if [ "${PIPESTATUS[0]}" != 0 ]; then
    rm -rf "$new"
    whorl_unlock
    whorl_say "the build failed. The end of its log:"
    whorl_errors "$log" | tail -n 15 >&2
    whorl_say "the whole log: $log"
    return 1
  fi
  cp -R "$home/$module/target/lib" "$new/lib" && cp "$home/$module/target/$module-"*.jar "$new/$module.jar" || return 1

  if [ "$module" != cluster ]; then
    whorl_say "practising, so that later starts are quick  (${SECONDS} s)"
    whorl_practise "$new" >>"$log" 2>&1 9>&- || rm -f "$new/whorl.aot"
  fi

  printf '%s\n' "$id" >"$apps/current.$$" && mv -f "$apps/current.$$" "$apps/current" || return 1
  for now in "$apps"/*/; do # older apps; on a system that locks the files of a running one, it stays until next time
    now=${now%/}
    [ "${now##*/}" = "$id" ] || rm -rf "$now" 2>/dev/null
  done
  app=$id
  whorl_unlock
  whorl_say "ready  (${SECONDS} s)"
}

# Runs the everyday commands once and keeps the classes java loaded and linked for them (JEP 514).
# A cache that does not fit later (another java, a moved folder) is passed over by java without a word.
whorl_practise() {
  local scratch status
  scratch=$(mktemp -d) || return 1
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:AOTCacheOutput="$1/whorl.aot" -cp "$1/$module.jar" \
    "org.whorl.$module.Rehearsal" "$home/examples" "$scratch" </dev/null
  status=$?
  rm -rf "$scratch"
  [ "$status" = 0 ] && [ -s "$1/whorl.aot" ]
}
