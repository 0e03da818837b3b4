.DEFAULT_GOAL := help

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## the whole product on this machine; KEEP=1 keeps the data of the last time
	@build/need python && exec python3 local/run.py

redrive: ## send what failed for good through `make run`'s functions again; twice is harmless
	@build/need python && exec python3 local/redrive.py

check: ## the quick one: format, compile with all checks, unit tests
	@build/need jdk maven python
	@python3 -m unittest discover --start-directory local
	@exec build/mvn --threads=2 -Dorg.slf4j.simpleLogger.defaultLogLevel=warn spotless:check test

test: ## everything: check, web, mutation gate, template, contract, journeys, browser
	@build/need jdk maven python node && exec python3 build/test.py

bench: ## what a referral costs: requests, units, transitions, mails, price
	@build/need jdk maven && exec build/mvn -q -Dunit-tests.skip=true -Dit.test=WhatALifeCostsIT -Dfailsafe.failIfNoSpecifiedTests=false --projects=tests/dynamodb-local,functions --also-make verify

simulate: ## seeded lives under faults; SEED=n HISTORIES=n
	@build/need jdk maven python && exec python3 build/simulate.py --seed=$(or $(SEED),1) --histories=$(or $(HISTORIES),2000)

campaign: ## the long tests before a release, in parts: PART=T1b MINUTES=38; without PART: what there is
	@build/need jdk maven python && exec env PART="$(PART)" MINUTES="$(MINUTES)" python3 build/campaign.py

mutation: ## before a release: tests against changed code, of all but the adapters; `make test` changes less
	@build/need jdk maven && exec build/mvn --projects=functions -Pmutation -Dunit-tests.skip=true test-compile pitest:mutationCoverage@whole

format: ## format Java and the poms
	@build/need jdk maven && exec build/mvn -Dorg.slf4j.simpleLogger.defaultLogLevel=warn spotless:apply

clean: ## delete what builds made; tools and data in .local stay
	@build/need jdk maven && exec build/mvn -Dorg.slf4j.simpleLogger.defaultLogLevel=warn clean

snapshots: ## at each release: record its referrals for those to come, and continue all; RELEASE=1.1.0
	@build/need jdk maven && exec build/mvn -pl functions,tests -am -Dunit-tests.skip=true -Dit.test=UpgradeIT \
	  -Dfailsafe.failIfNoSpecifiedTests=false -Dsnapshots.record=$(or $(RELEASE),$(error name it: RELEASE=1.1.0)) verify

.PHONY: help run redrive check test bench simulate campaign mutation snapshots format clean
