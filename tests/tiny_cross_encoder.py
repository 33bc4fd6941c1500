"""A CrossEncoder of a few kilobytes with random weights, in the form that sentence-transformers writes."""

from pathlib import Path


def write_cross_encoder(folder: Path, encoder: Path, labels: int = 1) -> Path:
    """The folder, of a tiny BERT encoder's body and tokenizer, and a head of `labels` scores."""
    import torch
    from transformers import AutoTokenizer, BertForSequenceClassification

    torch.manual_seed(0)
    model = BertForSequenceClassification.from_pretrained(encoder, num_labels=labels)
    for layer in (model.bert.pooler.dense, model.classifier):
        torch.nn.init.normal_(layer.weight)
    model.save_pretrained(folder)
    AutoTokenizer.from_pretrained(encoder).save_pretrained(folder)
    return folder
