# On a fresh machine with Rust, `make run` and `make test` are all the set-up there is: each first
# installs what is missing with the system's package manager, or says in one line what to install.
# After that, plain `cargo run` and `cargo test` work too.

# The documentation is for those who work on Plenary, so it links to what is private as well.
export RUSTDOCFLAGS ?= -Dwarnings -Arustdoc::private_intra_doc_links

.PHONY: help run test check bench

help: ## Say what there is to make
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

run: ## Start Plenary with its own PostgreSQL and a sample edition, in data/
	@.ci/need run
	cargo run

test: ## Check everything: format, lints, documentation, tests
	@.ci/need test
	@$(MAKE) --no-print-directory check
	cargo test --tests

# Lints and documentation share one type-checked copy of every dependency.
check: ## Check the format, the lints and the documentation
	cargo fmt --check
	cargo clippy --all-targets -- -Dwarnings
	cargo doc --no-deps --document-private-items

bench: ## Measure, side by side with baselines in the same run
	@.ci/need bench
	cargo bench
