.DEFAULT_GOAL := help

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## the whole product on this machine; KEEP=1 keeps the data of the last time
	@build/need python && exec python3 local/run.py

check: ## the quick one: format, compile with all checks, unit tests
	@build/need jdk maven python
	@python3 -m unittest discover --start-directory local
	@exec build/mvn -Dorg.slf4j.simpleLogger.defaultLogLevel=warn spotless:check test

test: ## everything: check, web, mutation gate, template, contract, journeys, browser
	@build/need jdk maven python node && exec python3 build/test.py

format: ## format Java and the poms
	@build/need jdk maven && exec build/mvn -Dorg.slf4j.simpleLogger.defaultLogLevel=warn spotless:apply

clean: ## delete what builds made; tools and data in .local stay
	@build/need jdk maven && exec build/mvn -Dorg.slf4j.simpleLogger.defaultLogLevel=warn clean

.PHONY: help run check test format clean
