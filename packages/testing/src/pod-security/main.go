// Tells the strictest level of the Pod Security Standards that admits each pod, by the API server's own module.
package main

import (
	"encoding/json"
	"os"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

func main() {
	var pods []corev1.PodSpec
	if err := json.NewDecoder(os.Stdin).Decode(&pods); err != nil {
		panic(err)
	}
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	if err != nil {
		panic(err)
	}
	levels := []api.Level{}
	for _, pod := range pods {
		levels = append(levels, levelOf(evaluator, &pod))
	}
	if err := json.NewEncoder(os.Stdout).Encode(levels); err != nil {
		panic(err)
	}
}

func levelOf(evaluator policy.Evaluator, pod *corev1.PodSpec) api.Level {
	for _, level := range []api.Level{api.LevelRestricted, api.LevelBaseline} {
		version := api.LevelVersion{Level: level, Version: api.MajorMinorVersion(1, 35)}
		results := evaluator.EvaluatePod(version, &metav1.ObjectMeta{}, pod)
		if policy.AggregateCheckResults(results).Allowed {
			return level
		}
	}
	return api.LevelPrivileged
}
