#!/bin/sh
# Makes the tables of this folder out of the shared data of the project, and observed.csv out of those tables.
#
#   data/reshape.sh SHARED_DATA     both steps (SHARED_DATA: the folder that holds activity_wales, population, ...)
#   data/reshape.sh                 the second step alone; needs nothing but this folder
#
# Only rows of this place, or whole-country totals, are taken. No figure is changed; what is summed is said here.
# Needs sh, awk and sort. Run it twice: nothing changes.
set -eu
cd "$(dirname "$0")"

# split(): fields of one CSV line, with quotes and commas inside quotes, into f[1..n].
csv='
function csv(line, f,    n, i, c, quoted, field) {
    n = 0; field = ""; quoted = 0
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (c == "\"") quoted = !quoted
        else if (c == "," && !quoted) { f[++n] = field; field = "" }
        else if (c != "\r") field = field c
    }
    f[++n] = field
    return n
}
function quote(text) { return text ~ /,/ ? "\"" text "\"" : text }
'

if [ $# -ge 1 ]; then
    shared=$1
    export LC_ALL=C

    # People delayed, by council where they live: our three councils, four months.
    { echo month,council,people
      awk "$csv"'{ csv($0, f); if (f[2] == "W06000013") c = "bridgend"; else if (f[2] == "W06000016") c = "rct";
                   else if (f[2] == "W06000024") c = "merthyr"; else next; print f[1] "," c "," f[4] }' \
          "$shared/activity_wales/pathway_of_care_delays_by_la_of_residence_2023_04_to_07.csv"
    } > pocd_by_residence.csv

    # People delayed in this health board, by the reason as published.
    { echo month,reason,people
      awk "$csv"'{ csv($0, f); if (f[1] == "W11000030") print substr(f[3], 1, 7) "," quote(f[4]) "," f[5] }' \
          "$shared/activity_wales/wales_delayed_discharge_reasons.csv" | sort
    } > pocd_by_reason.csv

    # Beds of this health board: available and occupied each day, mean of the month.
    { echo month,specialism,available,occupied
      awk "$csv"'{ csv($0, f); if (f[2] != "7A5") next; split(f[1], d, "-");
                   m = (index("JanFebMarAprMayJunJulAugSepOctNovDec", d[1]) + 2) / 3;
                   printf "20%s-%02d,%s,%.2f,%.2f\n", d[2], m, f[4], f[5], f[6] }' \
          "$shared/activity_wales/wales_health_board_critical_general_acute_beds.csv" | sort
    } > beds.csv

    # Residents in mid-2020: all, 18 and over, 65 and over, 75 and over.
    { echo council,all,aged18,aged65,aged75
      awk "$csv"'{ csv($0, f); if (f[2] == "Bridgend") c = "bridgend"; else if (f[2] == "Rhondda Cynon Taf") c = "rct";
                   else if (f[2] == "Merthyr Tydfil") c = "merthyr"; else next;
                   a[c] += f[5]; if (f[4] + 0 >= 18) b[c] += f[5]; if (f[4] + 0 >= 65) d[c] += f[5];
                   if (f[4] + 0 >= 75) e[c] += f[5] }
             END { for (c in a) print c "," a[c] "," b[c] "," d[c] "," e[c] }' \
          "$shared/population/wales_la_mid2020_syoa_by_sex_long.csv" | sort
    } > population.csv

    # England in mid-2023, the denominator of the English pathway rates.
    { echo country,all,aged65
      awk "$csv"'{ csv($0, f); if (f[3] != "ENGLAND") next; a += f[6]; if (f[5] + 0 >= 65) b += f[6] }
             END { print "england," a "," b }' "$shared/population/uk_countries_mid2023_syoa_by_sex.csv"
    } > england_population.csv

    # Adults leaving acute hospitals in England, by pathway (the published rows of each pathway summed).
    # P3 is a new care home; P3b, a resident going back to their care home, is kept apart.
    { echo month,pathway,discharges
      awk "$csv"'{ csv($0, f); if (f[5] != "ENGLAND (Type 1 Trusts)") next;
                   split(f[6], p, " "); s[f[1] "," p[1]] += f[7] }
             END { for (k in s) print k "," s[k] }' \
          "$shared/intermediate_care/nhse_acute_discharge_by_pathway_monthly_2022_04_to_2024_01.csv" | sort
    } > england_pathways.csv

    # What councils told the BBC about waiting for social care (Bridgend refused; empty: not given).
    { echo council,year,assessment_median_days,assessment_longest_days,start_median_days,start_longest_days,died_waiting
      awk "$csv"'{ csv($0, f); if (f[1] == "Merthyr Tydfil") c = "merthyr"; else if (f[1] == "Rhondda Cynon Taf") c = "rct";
                   else next; for (i = 5; i <= 13; i++) if (f[i] !~ /^[0-9.]+$/) f[i] = "";
                   print c ",2021-22," f[5] "," f[6] "," f[7] "," f[8] ",";
                   print c ",2022-23," f[9] "," f[10] "," f[11] "," f[12] "," f[13] }' \
          "$shared/social_care/bbc_foi_social_care_waits_by_la_2021_23.csv" | sort
    } > social_care_waits.csv
fi

# observed.csv: what the model is held against, one census a month, dated with its third Wednesday.
{ echo measure,date,value,source
  awk "$csv"'
    function third_wednesday(month,    y, m, t, day) {
        split(month, d, "-"); y = d[1] + 0; m = d[2] + 0
        t = substr("032503514624", m, 1) + 0; if (m < 3) y--
        day = (y + int(y / 4) - int(y / 100) + int(y / 400) + t + 1) % 7     # weekday of the 1st, Sunday 0
        return sprintf("%s-%02d", month, 1 + (3 - day + 7) % 7 + 14)
    }
    FNR == 1 { file++; next }
    { csv($0, f) }
    file == 1 { group[f[1]] = f[2]; next }
    file == 2 { print "census-" f[2] "," third_wednesday(f[1]) "," f[3] ",StatsWales Pathway of Care Delays by council where people live"; next }
    { if (!(f[2] in group)) { print "no group for: " f[2] > "/dev/stderr"; bad = 1 }
      all[f[1]] += f[3]; part[group[f[2]] "," f[1]] += f[3] }
    END {
        for (m in all) print "census," third_wednesday(m) "," all[m] ",StatsWales Pathway of Care Delays by reason (all of the health board)"
        for (k in part) { split(k, g, ","); if (g[1] != "sorting-out")
            print "census-" g[1] "," third_wednesday(g[2]) "," part[k] ",StatsWales Pathway of Care Delays by reason (grouped by reason_groups.csv)" }
        exit bad
    }' reason_groups.csv pocd_by_residence.csv pocd_by_reason.csv | LC_ALL=C sort -t, -k1,1 -k2,2
} > ../observed.csv
