package io.poolagent.core.database;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The words that {@link SqlText} takes for plain on every product; all in lower case. */
final class PlainWords {
    /** How a statement that only reads and writes rows begins. */
    static final Set<String> STATEMENTS =
            words("select insert update delete merge replace values with show explain describe");

    /** Words that a parenthesis may follow without being a call. */
    static final Set<String> KEYWORDS = words(
            "select insert update delete merge replace values with from join on using where and or not in exists any"
                    + " all some between like having by when then else case union intersect except minus limit offset set"
                    + " as over partition filter within group grouping sets rollup cube lateral distinct returning is"
                    + " into table default check key of for top fetch first next escape collate end interval ts fn oj d t"
                    + " unique constraint int integer bigint smallint tinyint mediumint double real text blob enum btree hash");

    /** Functions that leave nothing behind in a session. */
    static final Set<String> FUNCTIONS = words(
            "count sum min max avg stddev variance coalesce nullif ifnull nvl nvl2 isnull if iif decode greatest least"
                    + " upper lower ucase lcase initcap trim ltrim rtrim btrim length len char_length character_length"
                    + " octet_length bit_length substring substr mid left right lpad rpad position instr locate charindex"
                    + " replace translate concat concat_ws repeat reverse space ascii chr char unicode soundex format"
                    + " abs ceil ceiling floor round trunc truncate mod power pow sqrt exp ln log log10 sign sin cos tan"
                    + " asin acos atan atan2 pi rand random degrees radians cast convert try_cast extract date_trunc"
                    + " date_part now sysdate getdate current_timestamp current_date current_time localtimestamp"
                    + " localtime clock_timestamp current_user session_user user version database schema"
                    + " to_char to_date to_number to_timestamp date time timestamp datetime year quarter month week day"
                    + " dayofweek dayofmonth dayofyear hour minute second date_format date_add date_sub dateadd datediff"
                    + " timestampadd timestampdiff str_to_date last_day add_months months_between"
                    + " row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value"
                    + " string_agg array_agg listagg group_concat json_agg jsonb_agg json_object_agg bool_and bool_or every"
                    + " json_object json_array json_value json_query json_extract json_build_object jsonb_build_object"
                    + " to_json to_jsonb row_to_json unnest generate_series array array_length cardinality row"
                    + " md5 sha1 sha2 sha256 sha512 hex unhex uuid gen_random_uuid newid crc32 encode"
                    + " varchar char character nvarchar numeric decimal float binary varbinary bit");

    private PlainWords() {}

    static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.split(" ")));
    }
}
