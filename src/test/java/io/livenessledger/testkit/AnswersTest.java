package io.livenessledger.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a": 0.90}                    | {"a":0.90}
          { "a": …, "b": [1, …] }        | {"b":[1,2,3],"a":{"c":1}}
          { "a": [ { "b": 1, … }, … ] }  | {"a":[{"b":1,"c":2}]}
          { "a": "…", … }                | {"a":"any text"}
          { "a": "x…z" }                 | {"a":"x y z"}
          { "a": "say \\"…\\" {", … }    | {"a":"say \\"hi\\" {","b":1}
          [ { … }, … ]                   | [{"a":1}]
          { … } 201                      | {"a":1} 201
          ETag: "…"                      | ETag: "x"
          ~~                             | ~~
          """)
  void whatIsShownTrulyOrLeftOutIsNoDifference(String shown, String actual) {
    assertEquals(Optional.empty(), Answers.difference(shown, actual));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a": 0.90}              | {"a":0.9}          | /a is 0.9 instead of 0.90
          {"a": 1}                 | {"a":1,"b":2}      | /b is not shown
          {"a": 1, …}              | {"b":1}            | /a is missing
          {"a": {"b": true, …}}    | {"a":{"b":false}}  | /a/b is false instead of true
          {"a": [1]}               | {"a":[1,2]}        | /a has 2 items instead of 1
          {"a": [1, 2, …]}         | {"a":[1]}          | /a has 1 items instead of 2
          {"a": [{"b": 1, …}, …]}  | {"a":[{"b":2}]}    | /a/0/b is 2 instead of 1
          {"a": "…"}               | {"a":null}         | /a is null instead of "…"
          {"a": "x…"}              | {"a":"y"}          | /a is "y" instead of "x…"
          {…} 201                  | {"a":1} 200        | the text behind the JSON differs
          {…}                      | {"a":1} 200        | the text behind the JSON differs
          {…}                      | no JSON            | the answer is not JSON
          {…}                      | ~~                 | the answer is not JSON
          304                      | 200                | the text differs
          ~~                       | something          | the text differs
          """)
  void everythingElseIs(String shown, String actual, String difference) {
    assertEquals(Optional.of(difference), Answers.difference(shown, actual));
  }
}
