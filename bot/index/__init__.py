"""Encoder, vectors, words and the hybrid retriever."""
