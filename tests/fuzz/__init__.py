"""Fuzzing of the codec: documents changed at random by what is known of their structure, and guided by coverage."""
