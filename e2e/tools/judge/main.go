// Plays releases by the rendered analysis: Prometheus' own engine answers the query, Argo Rollouts' own controller
// decides. Only the clock and the traffic are played. It reads a Plan from standard input and writes one line each.
package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// Hold is one share of traffic and how long it lasts.
type Hold struct {
	Percent float64
	Seconds int64
}

// Plan is a rendered AnalysisTemplate's spec, the holds of its Rollout, and the releases to play.
type Plan struct {
	Analysis  json.RawMessage
	Service   string
	Counter   string
	Holds     []Hold
	Scenarios []Scenario
}

// Scenario is the traffic of releases; Seeds is how many are played.
type Scenario struct {
	PerSecond  float64
	ErrorRatio float64
	LabelSets  int
	// Restarts is how often a pod's process starts again, a minute.
	Restarts float64
	Seeds    int
}

// Result is how the releases of a scenario ended: by hold, aborted, paused for a person, or failed by errors.
type Result struct {
	Aborted, Paused, Errors []int
	Released                int
	Value                   string
}

func main() {
	var plan Plan
	if err := json.NewDecoder(os.Stdin).Decode(&plan); err != nil {
		fail(err)
	}
	judge, err := newJudge(plan)
	if err != nil {
		fail(err)
	}
	for _, scenario := range plan.Scenarios {
		result := Result{Aborted: make([]int, len(plan.Holds)), Paused: make([]int, len(plan.Holds)), Errors: make([]int, len(plan.Holds))}
		for seed := range scenario.Seeds {
			phase, hold, value := judge.play(newRelease(scenario, plan, uint64(seed)))
			result.Value = value
			switch phase {
			case "Failed":
				result.Aborted[hold]++
			case "Inconclusive":
				result.Paused[hold]++
			case "Error":
				result.Errors[hold]++
			default:
				result.Released++
			}
		}
		line, _ := json.Marshal(result)
		fmt.Println(string(line))
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
