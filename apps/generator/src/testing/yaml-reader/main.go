// Reads a JSON array of YAML documents and prints, for each, what Go's parsers make of it.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"

	v3 "gopkg.in/yaml.v3"
	kubernetes "sigs.k8s.io/yaml"
)

type reading struct {
	Value json.RawMessage `json:"value,omitempty"`
	Error string          `json:"error,omitempty"`
}

func answer(value []byte, err error) reading {
	if err != nil {
		return reading{Error: err.Error()}
	}
	value, err = withoutKeys(value)
	if err != nil {
		return reading{Error: err.Error()}
	}
	return reading{Value: value}
}

// Writes objects as {"members": [[key, value], ...]}: Node's JSON.parse gives escaped keys other names
// (nodejs/node#63785), and a key is text as any other here.
func withoutKeys(value []byte) ([]byte, error) {
	decoder := json.NewDecoder(bytes.NewReader(value))
	decoder.UseNumber()
	var decoded any
	if err := decoder.Decode(&decoded); err != nil {
		return nil, err
	}
	return json.Marshal(members(decoded))
}

func members(value any) any {
	switch value := value.(type) {
	case map[string]any:
		pairs := [][2]any{}
		for key, member := range value {
			pairs = append(pairs, [2]any{key, members(member)})
		}
		return map[string]any{"members": pairs}
	case []any:
		for i, item := range value {
			value[i] = members(item)
		}
	}
	return value
}

func readV3(document string) ([]byte, error) {
	var value any
	if err := v3.Unmarshal([]byte(document), &value); err != nil {
		return nil, err
	}
	return json.Marshal(value)
}

func main() {
	var documents []string
	if err := json.NewDecoder(os.Stdin).Decode(&documents); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	readings := make([]map[string]reading, len(documents))
	for i, document := range documents {
		readings[i] = map[string]reading{
			"sigs.k8s.io/yaml": answer(kubernetes.YAMLToJSONStrict([]byte(document))),
			"yaml.v3":          answer(readV3(document)),
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(readings); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
